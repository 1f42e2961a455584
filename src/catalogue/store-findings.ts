import { row } from './finding-row.ts';

interface OfAccount {
  readonly account: string;
}

interface OfStream {
  readonly stream: string;
}

/** What is found of a store on servers: what its rules let happen to what is recorded there. */
export const storeFindings = {
  STORE_INSECURE: row<{ readonly store: string }>(
    'warning',
    ({ store }) =>
      `el servidor ${store} no pide usuarios ni cifra: cualquiera en su red puede leer, escribir y borrar; úselo solo para pruebas`,
  ),
  ACCOUNT_MAY_DELETE: row<OfAccount>(
    'warning',
    ({ account }) =>
      `la cuenta ${account} puede borrar libros del servidor: un administrador debe preparar el almacén, que le quita ese permiso`,
  ),
  ACCOUNT_MAY_TRUNCATE: row<OfAccount>(
    'warning',
    ({ account }) =>
      `la cuenta ${account} puede cambiar los metadatos de un libro y ocultar con ellos sus registros: un administrador debe preparar el almacén, que le quita ese permiso`,
  ),
  RIGHTS_NOT_KNOWN: row<OfAccount>(
    'notice',
    ({ account }) => `no se pudo saber si la cuenta ${account} puede borrar u ocultar registros`,
  ),
  STREAM_DELETED: row<OfStream>(
    'warning',
    ({ stream }) => `${stream} fue borrado del servidor para siempre: recupérelo de una copia`,
  ),
  STREAM_TRUNCATES: row<OfStream & { readonly settings: string }>(
    'warning',
    ({ stream, settings }) =>
      `los metadatos de ${stream} ocultan registros, o lo harán (${settings}): un administrador debe quitarlos`,
  ),
  STREAM_HAS_OWN_RIGHTS: row<OfStream>(
    'notice',
    ({ stream }) =>
      `${stream} tiene permisos propios en sus metadatos ($acl): los del almacén no valen para él`,
  ),
  APPEND_SIZE_SMALL: row<{ readonly limit: number; readonly wanted: number }>(
    'warning',
    ({ limit, wanted }) =>
      `el servidor admite ${String(limit)} bytes por escritura y un formulario grande puede necesitar ${String(wanted)}: suba MaxAppendSize`,
  ),
};
