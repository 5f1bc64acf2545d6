import { UserFacingError } from '../i18n/user-facing-error.ts';

/** Why the folder of speeches refused; the app and the API say it by this key (`store.<code>`). */
export type LibraryErrorCode =
  | 'bad-name'
  | 'name-too-long'
  | 'wrong-extension'
  | 'outside-folder'
  | 'not-found'
  | 'exists'
  | 'changed'
  | 'read-only'
  | 'disk-full'
  | 'unreadable'
  | 'cannot-write'
  | 'folder-missing'
  | 'too-large'
  | 'busy'
  | 'too-many-files'
  | 'bad-request'
  | 'forbidden'
  | 'no-server'
  | 'storage-full'
  | 'storage-refused'
  | 'bad-archive'
  | 'damaged-in-archive';

/** HTTP status of each refusal. */
export const HTTP_STATUS: Readonly<Record<LibraryErrorCode, number>> = {
  'bad-name': 400,
  'name-too-long': 400,
  'wrong-extension': 400,
  'bad-request': 400,
  forbidden: 403,
  'outside-folder': 403,
  'read-only': 403,
  'not-found': 404,
  'folder-missing': 404,
  exists: 409,
  changed: 409,
  'too-large': 413,
  unreadable: 500,
  'cannot-write': 500,
  busy: 503,
  'too-many-files': 503,
  'no-server': 503,
  'disk-full': 507,
  'storage-full': 507,
  'storage-refused': 507,
  'bad-archive': 415,
  'damaged-in-archive': 415,
};

/** Thrown by libraries for what a person can meet. Anything else that they throw is a bug. */
export class LibraryError extends UserFacingError<LibraryErrorCode> {
  override readonly name = 'LibraryError';
}

/**
 * What the operating system said, as a refusal of ours.
 *
 * @param doing decides between `unreadable` and `cannot-write` for codes without a name here
 */
export function fromSystemError(error: unknown, name: string, doing: 'read' | 'write'): LibraryError {
  if (error instanceof LibraryError) return error;
  const code = (error as { code?: string } | undefined)?.code ?? String(error);
  const known: Readonly<Record<string, LibraryErrorCode>> = {
    ENOENT: 'not-found',
    EMFILE: 'too-many-files',
    ENFILE: 'too-many-files',
    EROFS: 'read-only',
    ENOSPC: 'disk-full',
    EDQUOT: 'disk-full',
    ENAMETOOLONG: 'name-too-long',
    ...(doing === 'write' ? { EACCES: 'read-only', EPERM: 'read-only', EEXIST: 'exists' } : {}),
  };
  return new LibraryError(known[code] ?? (doing === 'read' ? 'unreadable' : 'cannot-write'), { name, code });
}
