import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runGuide } from "./run-guide.ts";

describe("runGuide", () => {
  let server: Server;
  let folder: string;
  let asked: string[];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "guildhall-guide-"));
    server = createServer((request, response) => {
      asked.push(`${request.method} ${request.url} ${request.headers.authorization ?? ""}`.trim());
      const found = request.url !== "/none";
      response.writeHead(found ? 200 : 404, { "Content-Type": "application/json", "X-Kind": "a" });
      response.end(JSON.stringify(found ? { id: "real", more: 1 } : { status: 404 }));
    });
    await new Promise<void>((resolve) => server.listen(0, resolve));
  });
  beforeEach(() => {
    asked = [];
  });
  afterAll(async () => {
    server.close();
    await rm(folder, { recursive: true });
  });

  const run = (...blocks: string[]) => {
    const { port } = server.address() as AddressInfo;
    return runGuide({
      markdown: ["# Guide", ...blocks].join("\n\n"),
      instead: { "http://localhost:3000": `http://localhost:${port}` },
      given: { KEY: "the-real-one" },
      folder,
    });
  };
  const block = (language: string, text: string) => `\`\`\`${language}\n${text}\n\`\`\``;
  const call = (path: string) => block("sh", `curl http://localhost:3000${path}`);

  it("does each step, with what was given and what is copied from an answer", async () => {
    const done = await run(
      block(
        "sh",
        'export KEY=shown\ncurl http://localhost:3000/a --header "Authorization: Bearer $KEY"',
      ),
      block("json", '{ "id": "shown-id", "more": 1 }').replace("shown-id", "rea…"),
      block("sh", "export OTHER=plain\ncurl http://localhost:3000/$OTHER"),
    );
    expect(done).toBe(4);
    expect(asked).toEqual(["GET /a Bearer the-real-one", "GET /plain"]);
  });

  it("copies a value from where it is shown", async () => {
    await run(
      call("/a"),
      block("json", '{ "id": "…", "more": 1 }'),
      block("sh", "export A=…\ncurl http://localhost:3000/$A"),
    );
    expect(asked[1]).toBe("GET /real");
  });

  it("saves programs, runs them, and reads what they say", async () => {
    const program = 'console.log("said", process.env.KEY);\nconsole.log("more");';
    const stays = "setInterval(() => {}, 1000);\nconsole.log('here');";
    await run(
      block("sh", "export KEY=shown"),
      "Save it as `once.mjs`:",
      block("js", program),
      block("sh", "node once.mjs"),
      block("text", "said the-real-one\nmore"),
      "And `stays.mjs`:",
      block("js", stays),
      block("sh", "node stays.mjs &"),
      block("text", "here"),
    );
  });

  it.each([
    ["a call that is refused", [call("/none")], "answered 404"],
    [
      "an answer that is not as shown",
      [call("/a"), block("json", '{ "id": "other", "more": 1 }')],
      "id is",
    ],
    [
      "a header that is not as shown",
      [call("/a"), block("http", "HTTP/1.1 200\nX-Kind: b")],
      '"a", not "b"',
    ],
    ["a status that is not as shown", [call("/a"), block("http", "HTTP/1.1 201")], "answered 200"],
    [
      "a program that fails",
      ["As `bad.mjs`:", block("js", "throw 1"), block("sh", "node bad.mjs")],
      "failed",
    ],
    [
      "a program that says something else",
      [
        "As `odd.mjs`:",
        block("js", "console.log(1)"),
        block("sh", "node odd.mjs"),
        block("text", "2"),
      ],
      "it said",
    ],
  ])("fails at %s", async (_, blocks, sentence) => {
    await expect(run(...blocks)).rejects.toThrow(sentence);
  });

  it("lets a refusal pass that is shown", async () => {
    await expect(run(call("/none"), block("json", '{ "status": 404 }'))).resolves.toBe(1);
  });
});
