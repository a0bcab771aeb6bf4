import type { Readable } from "node:stream";
import { DataStore, Server, Upload } from "@tus/server";
import { LARGEST_UPLOAD_BYTES } from "@/domain/media/asset";
import { beginUpload, cancelUpload, continueUpload, readUpload, uploadTurn } from "@/domain/media/incoming";
import type { Actor } from "@/domain/people/staff";
import { newId } from "@/lib/id";
import { log } from "@/lib/log";
import { REFUSAL_STATUS, Refusal } from "@/lib/refusal";
import { routes } from "@/lib/routes";

// The one file that knows the server's side of tus, the protocol of uploads that can be resumed (https://tus.io). What an
// upload is, who may go on with it and where it lies is domain/media/incoming.ts; what it may not is refused there.

/** How long whoever is asked for their turn may go on with what has arrived, in milliseconds. */
const DRAIN = 500;

/** Answers a request of the protocol, as this member of the staff. */
export async function tusAnswer(request: Request, actor: Actor): Promise<Response> {
  const server = new Server({
    path: routes.newsroom.upload(),
    relativeLocation: true,
    datastore: new Incoming(actor),
    namingFunction: () => newId(),
    maxSize: LARGEST_UPLOAD_BYTES,
    locker: { newLock: turnOf },
    lockDrainTimeout: DRAIN,
    // No page of another site is answered at all: endpoint.ts.
    allowedOrigins: () => false,
    onResponseError: (_, error) => refusalAnswer(error),
  });
  const response = await server.handleWeb(request);
  response.headers.set("cache-control", "private, no-store");
  if (response.status >= 400) response.headers.set("content-type", "application/json");
  return response;
}

class Incoming extends DataStore {
  override extensions = ["creation", "creation-with-upload", "termination"];

  constructor(readonly actor: Actor) {
    super();
  }

  override async create(upload: Upload): Promise<Upload> {
    const { id, size = 0, metadata } = upload;
    await beginUpload(this.actor, { id, filename: metadata?.filename ?? "", size });
    return upload;
  }

  override write(stream: Readable, id: string, offset: number): Promise<number> {
    return continueUpload(this.actor, { id, offset, chunks: stream });
  }

  override async getUpload(id: string): Promise<Upload> {
    const { filename, size, offset } = await readUpload(this.actor, id);
    return new Upload({ id, size, offset, metadata: { filename } });
  }

  override remove(id: string): Promise<void> {
    return cancelUpload(this.actor, id);
  }
}

function turnOf(id: string) {
  let end = async () => {};
  return {
    lock: async (signal: AbortSignal, release: () => void) => {
      end = await uploadTurn(id, release, signal);
    },
    unlock: () => end(),
  };
}

/** What went wrong, as the newsroom's other endpoints say it. */
function refusalAnswer(error: unknown): { status_code: number; body: string } {
  if (error instanceof Refusal) {
    const { code, message } = error;
    return { status_code: REFUSAL_STATUS[code], body: JSON.stringify({ code, message }) };
  }
  const told = error as { status_code?: unknown; body?: unknown };
  if (typeof told.status_code === "number") {
    return { status_code: told.status_code, body: JSON.stringify({ message: String(told.body ?? "").trim() }) };
  }
  log.error({ err: error }, "An upload failed");
  return { status_code: 500, body: JSON.stringify({ message: "Something went wrong on the server." }) };
}
