/** Files taken in, kept whole under the SHA-256 of their bytes. */
export interface Files {
  /** Keeps the bytes and returns their hash in hexadecimal; the same bytes are kept once. */
  keep(bytes: Uint8Array): Promise<string>;
  /** null where no file has that hash */
  find(sha256: string): Promise<Uint8Array | null>;
}
