import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { AcceptInvitation } from '../../bus/access-messages.ts';
import { isFailure } from '../../catalogue/failure.ts';
import { readBody } from '../body/read-body.ts';
import { AcceptanceBody } from './bodies.ts';
import { assertOwnSite, giveSession } from './credentials.ts';

const path = '/invitation';

/** Where a person takes up an invitation, behind the address of the service. */
export const invitationAddress = (code: string): string => `${path}?code=${code}`;

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (letter) => `&#${String(letter.codePointAt(0))};`);

const page = (content: string): string => `<!doctype html>
<html lang="es-BO">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Libro del POA: invitación</title>
<style>
body { font: 1rem/1.5 system-ui, sans-serif; color: #1d2430; background: #f4f5f7; margin: 0; }
main { max-width: 26rem; margin: 8vh auto; padding: 2rem; background: #fff; border-radius: .5rem; border: 1px solid #d9dde3; }
h1 { font-size: 1.3rem; margin-top: 0; }
label { display: block; margin: 1rem 0 .25rem; font-weight: 600; }
small { display: block; color: #566074; font-weight: 400; }
input { width: 100%; box-sizing: border-box; padding: .55rem .6rem; font: inherit; border: 1px solid #8b95a5; border-radius: .3rem; }
input:focus-visible, button:focus-visible { outline: 3px solid #7aa7e0; outline-offset: 1px; }
button { margin-top: 1.5rem; width: 100%; padding: .65rem; font: inherit; font-weight: 600; color: #fff; background: #1f5fa8; border: 0; border-radius: .3rem; }
[role=alert] { padding: .6rem .8rem; background: #fdecea; border-left: 4px solid #b3261e; }
</style>
</head>
<body><main>${content}</main></body>
</html>
`;

interface Filled {
  readonly code: string;
  readonly login?: string;
  readonly name?: string;
}

const form = ({ code, login = '', name = '' }: Filled, problem?: string): string =>
  page(`<h1>Elija su contraseña</h1>
${problem === undefined ? '<p>Esta invitación se usa una sola vez.</p>' : `<p role="alert">${escaped(problem)}</p>`}
<form method="post" action="${path}" autocomplete="off">
<input type="hidden" name="code" value="${escaped(code)}">
<label for="login">Usuario<small>Solo si la invitación es la primera del servicio.</small></label>
<input id="login" name="login" value="${escaped(login)}" autocomplete="username" maxlength="64" autocapitalize="none">
<label for="name">Nombre y apellido<small>Solo si la invitación es la primera del servicio.</small></label>
<input id="name" name="name" value="${escaped(name)}" autocomplete="name" maxlength="200">
<label for="password">Contraseña<small>Doce letras o más: una frase que recuerde.</small></label>
<input id="password" name="password" type="password" autocomplete="new-password" required minlength="12" maxlength="200">
<button>Guardar y entrar</button>
</form>`);

const done = page(`<h1>Listo</h1>
<p>Su contraseña quedó guardada y la sesión está iniciada en este navegador.</p>
<p><a href="/api">La descripción del servicio</a></p>`);

const policy =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const show = (reply: FastifyReply, html: string, status = 200): FastifyReply =>
  reply
    .status(status)
    .header('content-security-policy', policy)
    .type('text/html; charset=utf-8')
    .send(html);

/** What a form leaves empty was not said. */
const saidIn = (sent: unknown): Record<string, unknown> =>
  Object.fromEntries(Object.entries(sent ?? {}).filter(([, value]) => value !== ''));

const textIn = (said: Readonly<Record<string, unknown>>, key: string): string => {
  const { [key]: value } = said;
  return typeof value === 'string' ? value : '';
};

/** The one page of the service itself: without it nobody could ever come in. */
export const serveInvitations = (app: NestFastifyApplication): void => {
  const server = app.getHttpAdapter().getInstance();
  const commands = app.get(CommandBus);
  server.get<{ Querystring: { code?: unknown } }>(path, ({ query: { code } }, reply) =>
    show(reply, form({ code: typeof code === 'string' ? code : '' })),
  );
  server.post(path, async (request, reply) => {
    assertOwnSite(request);
    const said = saidIn(request.body);
    try {
      const accepted = new AcceptInvitation(readBody(AcceptanceBody, said));
      giveSession(request, reply, await commands.execute(accepted));
      return await show(reply, done);
    } catch (error) {
      if (!isFailure(error)) throw error;
      const [code, login, name] = ['code', 'login', 'name'].map((key) => textIn(said, key));
      const filled = { code: code ?? '', login: login ?? '', name: name ?? '' };
      return show(reply, form(filled, error.detail), 422);
    }
  });
};
