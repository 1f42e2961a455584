import { type Command as Program, Help } from 'commander';

const titles: Readonly<Record<string, string>> = {
  'Usage:': 'Uso:',
  'Arguments:': 'Argumentos:',
  'Options:': 'Opciones:',
  'Global Options:': 'Opciones comunes:',
  'Commands:': 'Órdenes:',
};

const plain = new Help();

const inSpanish = (text: string): string =>
  text
    .replaceAll('[options]', '[opciones]')
    .replace('[command]', '[orden]')
    .replace('(choices: ', '(uno de: ')
    .replace('(default: ', '(por defecto: ');

/** The help that commander writes, in the language of the people who read it. */
export const spanishHelp = (program: Program): void => {
  program
    .configureHelp({
      showGlobalOptions: true,
      styleTitle: (title) => titles[title] ?? title,
      commandUsage: (command) => inSpanish(plain.commandUsage(command)),
      subcommandTerm: (command) => inSpanish(plain.subcommandTerm(command)),
      optionDescription: (option) => inSpanish(plain.optionDescription(option)),
    })
    .helpOption('-h, --help', 'muestra esta ayuda');
};
