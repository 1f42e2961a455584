/** Who asks has the answer already: what is said of it stands on the reply. */
export class NotModified extends Error {
  override readonly name = 'NotModified';
}
