import { type DetailedError, Upload } from "tus-js-client";
import { type AssetKind, LARGEST_UPLOAD_BYTES, MAX_UPLOAD_BYTES } from "@/domain/media/asset";
import { routes } from "@/lib/routes";

// The one file that knows the browser's side of tus, the protocol of uploads that can be resumed.

/** How much is sent in one request: what stands between may hold a request back until it is whole. */
const PIECE = 8 * 1024 * 1024;

/** How long is waited after each failure in turn, in milliseconds; after the last of them it is given up. */
const WAITS = [500, 1000, 2000, 4000, 8000, 15_000, 30_000, 30_000, 30_000, 30_000, 30_000, 30_000];

const LOST = "The connection was lost. Check it, then try again.";
const FAULT = "Something went wrong on the server. Try again.";

/** Why something did not come in, as a sentence, and whether it may be tried again. */
export class Failure extends Error {
  constructor(
    reason: string,
    readonly again: boolean,
  ) {
    super(reason);
  }
}

/** What a file on its way tells. */
export type Telling = {
  /** How much of it is there, from 0 to 1. */
  progress: (part: number) => void;
  /** The connection was lost: it goes on by itself. */
  lost: () => void;
  /** All of it is there, as this upload. */
  sent: (upload: string) => void;
  /** It will not go on by itself; whether it may be tried again. */
  failed: (reason: string, again: boolean) => void;
};

/** A file on its way. */
export type Sending = {
  /** Begins it, or goes on with it where it is; also with what an earlier page left of the same file. */
  start: () => void;
  /** Lets it rest: it can be started again, here or on another page. */
  stop: () => void;
  /** Gives it up for good. */
  giveUp: () => void;
};

/** Sends one file a piece at a time. What breaks off is resumed where it was, as long as the server keeps it. */
export function sending(file: File, tell: Telling): Sending {
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let begun = false;
  let givenUp = false;
  let release = () => {};

  const upload = new Upload(file, {
    endpoint: routes.newsroom.upload(),
    chunkSize: PIECE,
    // Waiting and trying again is done here: the library would not try again while the browser is off line.
    retryDelays: null,
    uploadDataDuringCreation: true,
    removeFingerprintOnSuccess: true,
    metadata: { filename: file.name },
    onUploadUrlAvailable: () => {
      // With an address to begin anew at, the library would, at the first failure of resuming.
      upload.options.endpoint = null;
      if (givenUp) forget();
    },
    onProgress: (bytes, total) => tell.progress(total ? bytes / total : 0),
    onChunkComplete: () => {
      failures = 0;
    },
    onSuccess: () => {
      if (givenUp) return;
      rest();
      tell.sent(upload.url?.split("/").at(-1) ?? "");
    },
    onError: (error) => failed(error as DetailedError),
  });

  function failed(error: DetailedError): void {
    if (givenUp) return;
    const status = error.originalResponse?.getStatus() ?? 0;
    if ((status === 404 || status === 410) && upload.url) {
      // The server no longer has what there was of it.
      upload.url = null;
      upload.options.endpoint = routes.newsroom.upload();
      upload.start();
      return;
    }
    const passing = status === 0 || status === 409 || status === 423 || (status >= 500 && status !== 507);
    const wait = WAITS[failures++];
    if (passing && wait !== undefined) {
      tell.lost();
      timer = setTimeout(go, wait);
      window.addEventListener("online", go, { once: true });
      return;
    }
    rest();
    if (status === 0) tell.failed(LOST, true);
    else
      tell.failed(
        saidIn(error.originalResponse?.getBody() ?? "") ?? FAULT,
        passing || status === 401 || status === 507,
      );
  }

  function go(): void {
    settle();
    if (!begun) return;
    upload.start();
  }

  /** Has the server give it up; where it cannot be told, it forgets it after a day. */
  function forget(): void {
    upload.abort(true).catch(() => undefined);
  }

  /** Nothing is waited for any more. */
  function settle(): void {
    clearTimeout(timer);
    window.removeEventListener("online", go);
  }

  function rest(): void {
    begun = false;
    settle();
    release();
  }

  return {
    start: async () => {
      const limit = limitOf(file);
      if (file.size > limit) return tell.failed(`The file is larger than ${limit / 1024 / 1024} MB.`, false);
      if (file.size === 0) return tell.failed("This file is empty.", false);
      begun = true;
      failures = 0;
      if (!upload.url) {
        for (const earlier of await upload.findPreviousUploads().catch(() => [])) {
          const held = earlier.uploadUrl && (await hold(earlier.uploadUrl));
          if (!held) continue;
          release = held;
          upload.resumeFromPreviousUpload(earlier);
          upload.options.endpoint = null;
          break;
        }
      }
      // It may have been stopped meanwhile.
      if (begun) upload.start();
    },
    stop: () => {
      rest();
      void upload.abort();
    },
    giveUp: () => {
      const named = upload.url !== null || !begun;
      rest();
      givenUp = true;
      // While the server has not said how it calls what was begun, it cannot be told to forget it.
      if (named) forget();
    },
  };
}

/** Keeps an upload from other tabs, which would take turns at the same bytes. @returns what ends that; null if another has it */
async function hold(name: string): Promise<(() => void) | null> {
  // Only where the page came by https, or from this machine.
  if (!navigator.locks) return () => undefined;
  return new Promise((resolve) => {
    void navigator.locks.request(`upload ${name}`, { ifAvailable: true }, (lock) => {
      if (!lock) return resolve(null);
      return new Promise<void>((end) => resolve(end));
    });
  });
}

/** Has the server bring in a file that stands on another site. @returns the upload. @throws Failure */
export async function bring(address: string, progress: (part: number) => void, signal: AbortSignal): Promise<string> {
  const response = await request(routes.newsroom.bring(), { address }, signal);
  const lines = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (let read = await lines?.read(); read && !read.done; read = await lines?.read()) {
    const parts = `${rest}${read.value}`.split("\n");
    rest = parts.pop() ?? "";
    for (const part of parts) {
      const line = JSON.parse(part) as { received?: number; size?: number | null; upload?: string; message?: string };
      if (line.upload) return line.upload;
      if (line.message) throw new Failure(line.message, true);
      if (line.received && line.size) progress(Math.min(1, line.received / line.size));
    }
  }
  throw new Failure(LOST, true);
}

/** Asks an endpoint of ours. @throws Failure, whatever went wrong */
export async function request(address: string, body: object, signal?: AbortSignal): Promise<Response> {
  const response = await fetch(address, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
    signal,
  }).catch(() => {
    throw new Failure(LOST, true);
  });
  const { ok, status } = response;
  if (!ok) throw new Failure(saidIn(await response.text().catch(() => "")) ?? FAULT, status === 401 || status >= 500);
  return response;
}

/** Gives up an upload that is whole, and is not wanted. */
export function giveUp(upload: string): void {
  const headers = { "tus-resumable": "1.0.0" };
  fetch(routes.newsroom.upload(upload), { method: "DELETE", headers }).catch(() => undefined);
}

/** How large a file may be, as far as its name and type tell: spares sending what the server, which looks into it, would refuse. */
function limitOf({ type, name }: File): number {
  const kind: AssetKind | undefined = /^image\//.test(type)
    ? "picture"
    : /^audio\//.test(type)
      ? "audio"
      : type === "application/pdf"
        ? "document"
        : /\.vtt$/i.test(name)
          ? "captions"
          : undefined;
  return kind ? MAX_UPLOAD_BYTES[kind] : LARGEST_UPLOAD_BYTES;
}

function saidIn(text: string): string | undefined {
  try {
    const { message } = JSON.parse(text);
    return typeof message === "string" && message ? message : undefined;
  } catch {
    return undefined;
  }
}
