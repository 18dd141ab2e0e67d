import { request as plainRequest } from "node:http";
import { type RequestOptions, request as secureRequest } from "node:https";
import type { Caller } from "@guildhall/api";
import { readConfig } from "@guildhall/runtime";
import { createDoor } from "../door/door.ts";
import { type Listening, type ListenOptions, startServer } from "../serve.ts";

/** What came back over the network. */
export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** Listen behind a door with these settings; the answer is who asked, and from which port. */
export function listen(
  env: Record<string, string>,
  more: Partial<ListenOptions> = {},
): Promise<Listening> {
  const door = createDoor(readConfig(env));
  return startServer({
    port: 0,
    fetch: (_, caller) => Response.json({ caller }),
    door: (request, exchange, answer) =>
      door(request, exchange, async (...asked) => {
        const { caller } = await (await answer(...asked)).json();
        return Response.json({ caller, port: exchange.incoming.socket.remotePort });
      }),
    ...more,
  });
}

/** Who the server says that it was asked by. */
export function callerIn({ body }: Answered): Caller {
  return JSON.parse(body).caller;
}

/** Ask this machine over a socket: by https where there is a certificate to trust. */
export function ask(options: RequestOptions): Promise<Answered> {
  const request = options.ca === undefined ? plainRequest : secureRequest;
  return new Promise((resolve, reject) => {
    request({ host: "127.0.0.1", ...options }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("end", () => {
        const { statusCode: status = 0, headers } = response;
        resolve({ status, headers, body: Buffer.concat(chunks).toString() });
      });
    })
      .on("error", reject)
      .end();
  });
}
