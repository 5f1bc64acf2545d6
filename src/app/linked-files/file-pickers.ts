/** The browser's own dialogues for files, where it has them; they are in no type library yet. */
interface Pickers {
  showOpenFilePicker(options: object): Promise<FileSystemFileHandle[]>;
  showSaveFilePicker(options: object): Promise<FileSystemFileHandle>;
}

/** Asks whether a file may be written; both need a click or a key just before. */
export interface PermittedHandle extends FileSystemFileHandle {
  queryPermission?(wish: { mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission?(wish: { mode: 'readwrite' }): Promise<PermissionState>;
}

const pickers = window as unknown as Partial<Pickers>;

/** Whether the browser lets a page keep a file of the user's and write to it. */
export function canKeepFiles(): boolean {
  return pickers.showOpenFilePicker !== undefined && pickers.showSaveFilePicker !== undefined;
}

/**
 * Lets the user choose files to open.
 *
 * @param description what kind of files, in the user's language
 * @returns none when the user changed their mind
 */
export async function pickFiles(description: string): Promise<readonly FileSystemFileHandle[]> {
  const accept = {
    'text/plain': ['.txt', '.md'],
    'text/html': ['.html', '.htm'],
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['.docx'],
    'application/zip': ['.zip'],
  };
  const chosen = await notCancelled(
    pickers.showOpenFilePicker!({ multiple: true, types: [{ description, accept }] }),
  );
  return chosen ?? [];
}

/**
 * Lets the user choose where to save.
 *
 * @param name suggested, with extension
 * @returns undefined when the user changed their mind
 */
export function pickPlace(name: string, description: string): Promise<FileSystemFileHandle | undefined> {
  const extension = /\.md$/i.test(name) ? '.md' : '.txt';
  const types = [{ description, accept: { 'text/plain': [extension] } }];
  return notCancelled(pickers.showSaveFilePicker!({ suggestedName: name, types }));
}

async function notCancelled<Result>(asked: Promise<Result>): Promise<Result | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return undefined;
    throw error;
  }
}
