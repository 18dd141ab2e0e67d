import type { Answer } from "../../door/door.ts";

export function address(path: string): string {
  return `http://localhost:3000${path}`;
}

export function get(path: string, headers: Record<string, string> = {}): Request {
  return new Request(address(path), { headers });
}

export function post(body: string, headers: Record<string, string> = {}): Request {
  const length = { "Content-Length": String(body.length) };
  return new Request(address("/t/exampleshire/v1/processes"), {
    method: "POST",
    body,
    headers: { ...length, ...headers },
  });
}

export async function textOf(answer: ReturnType<Answer>): Promise<string> {
  return (await answer).text();
}
