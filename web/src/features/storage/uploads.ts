import { useCallback, useState } from 'react';
import { ProblemError } from '@/shared/problem';
import { parseProblem } from '@/shared/problem.parser';
import { objectAddress } from './storage';

/** One file on its way. */
export type Upload = {
  id: number;
  name: string;
  /** 0 to 1. */
  share: number;
  state: 'waiting' | 'sending' | 'done' | 'failed';
  error?: unknown;
};

/** How many files are sent at once: more would only share the same line. */
const atOnce = 3;

let next = 0;

/** Sends files into a bucket, a few at a time, and says how far each has come. */
export function useUploads(org: string, bucket: string, onStored: () => void) {
  const [uploads, setUploads] = useState<Upload[]>([]);

  const change = useCallback((id: number, to: Partial<Upload>) => {
    setUploads((now) => now.map((upload) => (upload.id === id ? { ...upload, ...to } : upload)));
  }, []);

  const add = useCallback(
    async (files: File[], prefix: string) => {
      const waiting = files.map((file) => ({ id: next++, file }));
      setUploads((now) => [
        ...now,
        ...waiting.map(({ id, file }) => ({
          id,
          name: nameOf(file),
          share: 0,
          state: 'waiting' as const,
        })),
      ]);
      const sendRest = async () => {
        for (let item = waiting.shift(); item; item = waiting.shift()) {
          const { id, file } = item;
          change(id, { state: 'sending' });
          try {
            const address = objectAddress(org, bucket, prefix + nameOf(file));
            await sendFile(file, address, (share) => change(id, { share }));
            change(id, { state: 'done', share: 1 });
            onStored();
          } catch (error) {
            change(id, { state: 'failed', error });
          }
        }
      };
      await Promise.all(Array.from({ length: atOnce }, sendRest));
    },
    [org, bucket, change, onStored],
  );

  const clear = useCallback(() => {
    setUploads((now) => now.filter(({ state }) => state === 'waiting' || state === 'sending'));
  }, []);

  return { uploads, add, clear };
}

/** A file from a chosen folder keeps its place in it. */
function nameOf(file: File): string {
  return file.webkitRelativePath || file.name;
}

/** `fetch` cannot tell how much has been sent; this can. */
export function sendFile(
  file: File,
  address: string,
  onProgress: (share: number) => void = () => {},
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', address);
    request.responseType = 'json';
    request.setRequestHeader('Content-Type', file.type || 'application/octet-stream');
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
    request.onerror = () => reject(new TypeError('the connection broke'));
    request.onload = () => {
      if (request.status < 300) resolve();
      else reject(new ProblemError(parseProblem(request.status, request.response)));
    };
    request.send(file);
  });
}
