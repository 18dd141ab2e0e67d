import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";

/** What the fake says of a file: a line of clamd's, or how it lets the caller down. */
export type Says = string | "hang" | "cut";

export interface FakeClamd extends AsyncDisposable {
  readonly url: string;
  /** The files that arrived whole. */
  readonly files: Buffer[];
  /** How many connections are open now. */
  readonly open: { now: number };
  says: (file: Buffer) => Says;
  /** More than this is refused while it comes, as `StreamMaxLength` does. */
  maxBytes: number;
  /** Whether it calls a file clean as soon as it begins, and hangs up. */
  hasty: boolean;
  stop(): Promise<void>;
}

/** The harmless file that every scanner reports, in two parts so that no scanner reports this source. */
export const eicar = Buffer.from(
  `X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-${"ANTIVIRUS-TEST-FILE!$H+H*"}`,
);

/** A clamd that speaks INSTREAM and finds EICAR wherever it stands in the bytes. */
export async function startFakeClamd(): Promise<FakeClamd> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    fake.open.now += 1;
    socket.on("error", () => undefined);
    socket.on("close", () => {
      sockets.delete(socket);
      fake.open.now -= 1;
    });
    serve(socket, fake);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const stop = async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  };
  const fake: FakeClamd = {
    url: `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    files: [],
    open: { now: 0 },
    says: (file) => (file.includes(eicar) ? "stream: Eicar-Test-Signature FOUND" : "stream: OK"),
    maxBytes: 26_214_400,
    hasty: false,
    stop,
    [Symbol.asyncDispose]: stop,
  };
  return fake;
}

const command = "zINSTREAM\0";

/** Take a file piece by piece, each with its length before it, and answer at the length of nought. */
function serve(socket: Socket, fake: FakeClamd): void {
  let held: Buffer = Buffer.alloc(0);
  let file: Buffer | undefined;
  const take = (bytes: number) => {
    const taken = held.subarray(0, bytes);
    held = held.subarray(bytes);
    return taken;
  };
  const begins = () => held.length >= command.length && String(take(command.length)) === command;
  socket.on("data", (bytes: Buffer) => {
    held = Buffer.concat([held, bytes]);
    if (!file && begins()) file = Buffer.alloc(0);
    while (file && wholePiece(held)) {
      const piece = take(4 + held.readUInt32BE()).subarray(4);
      file = Buffer.concat([file, piece]);
      if (piece.length === 0) answer(socket, fake, file);
    }
    endEarly(socket, file, fake);
  });
}

function endEarly(socket: Socket, file: Buffer | undefined, { maxBytes, hasty }: FakeClamd): void {
  if (!file) return;
  if (file.length > maxBytes) socket.end(tooLong);
  if (hasty) socket.end("stream: OK\0", () => socket.destroy());
}

function wholePiece(held: Buffer): boolean {
  return held.length >= 4 && held.length >= 4 + held.readUInt32BE();
}

const tooLong = "INSTREAM size limit exceeded. ERROR\0";

function answer(socket: Socket, fake: FakeClamd, file: Buffer): void {
  fake.files.push(file);
  const says = fake.says(file);
  if (says === "hang") return;
  if (says === "cut") socket.destroy();
  else socket.end(`${says}\0`);
}
