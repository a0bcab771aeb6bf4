import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

/** A letter as it came. */
export type Received = { to: string; from: string; subject: string; text: string };

/** A real mail server on this machine, which keeps what it takes. */
export async function openPostOffice(port = 0) {
  const letters: Received[] = [];
  /** What it answers to a receiver's name instead of taking it, if set. */
  const state = { refusal: 0 };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo(_address, _session, done) {
      done(state.refusal ? Object.assign(new Error("Not taken"), { responseCode: state.refusal }) : null);
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const to = session.envelope.rcptTo.map(({ address }) => address).join();
        letters.push({ to, ...read(Buffer.concat(chunks).toString("latin1")) });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const address = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    letters,
    state,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

function read(raw: string): Omit<Received, "to"> {
  const at = raw.indexOf("\r\n\r\n");
  const head = raw.slice(0, at).replace(/\r\n\s+/g, " ");
  const header = (name: string) => head.match(new RegExp(`^${name}: (.*)$`, "im"))?.[1] ?? "";
  const body = raw.slice(at + 4);
  const isQuoted = header("Content-Transfer-Encoding") === "quoted-printable";
  const bytes = isQuoted ? unquoted(body) : Buffer.from(body, "latin1");
  return {
    from: words(header("From")),
    subject: words(header("Subject")),
    text: bytes.toString("utf8").replaceAll("\r\n", "\n"),
  };
}

function unquoted(text: string): Buffer {
  const joined = text.replace(/=\r\n/g, "");
  return Buffer.from(
    joined.replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  );
}

/** A header's words, where they are not plain ASCII (RFC 2047). */
function words(header: string): string {
  return header
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?utf-8\?Q\?([^?]*)\?=/gi, (_, text: string) => unquoted(text.replaceAll("_", " ")).toString("utf8"))
    .replace(/=\?utf-8\?B\?([^?]*)\?=/gi, (_, text: string) => Buffer.from(text, "base64").toString("utf8"));
}
