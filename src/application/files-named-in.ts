/** A record as far as it names files; it may be of any version. */
interface NamesFiles {
  readonly type?: unknown;
  readonly data?: { readonly file?: unknown } | null;
  readonly origin?: { readonly file?: unknown } | null;
}

/** The files that the stored text of a record names, by their hash. */
export const filesNamedIn = (text: string): readonly string[] => {
  const { type, data, origin } = JSON.parse(text) as NamesFiles;
  const taken = type === 'FormTaken' ? data?.file : undefined;
  return [origin?.file, taken].filter((file) => typeof file === 'string');
};
