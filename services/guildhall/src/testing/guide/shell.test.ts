import { commandsOf } from "./shell.ts";

describe("commandsOf", () => {
  it("reads calls as a shell and curl would", () => {
    const block = `# A comment
curl --request PATCH "$API/tasks/\${TASK}" \\
  --header "Authorization: Bearer $KEY" \\
  --data '{ "state":
  "$in-progress" }'

curl --include $API/services`;
    expect(commandsOf(block, { API: "http://here", TASK: "tsk_1", KEY: "gh_1" })).toEqual([
      {
        kind: "curl",
        call: {
          url: "http://here/tasks/tsk_1",
          init: {
            method: "PATCH",
            headers: { Authorization: "Bearer gh_1" },
            body: '{ "state":\n  "$in-progress" }',
          },
        },
      },
      { kind: "curl", call: { url: "http://here/services", init: { method: "GET", headers: {} } } },
    ]);
  });

  it("posts a form, with a user", () => {
    const [command] = commandsOf(
      'curl http://here --user "a:b" --data-urlencode "scope=x y=z" --data-urlencode grant=c',
      {},
    );
    expect(command).toMatchObject({
      call: { init: { method: "POST", headers: { Authorization: "Basic YTpi" } } },
    });
    const { body } = command?.kind === "curl" ? command.call.init : {};
    expect(String(body)).toBe("scope=x+y%3Dz&grant=c");
  });

  it("reads programs and variables, and makes a new id each time", () => {
    expect(commandsOf("node receive.mjs &\nnode once.mjs\nexport A=b=c", {})).toEqual([
      { kind: "node", file: "receive.mjs", stays: true },
      { kind: "node", file: "once.mjs", stays: false },
      { kind: "export", name: "A", value: "b=c" },
    ]);
    const [one, other] = commandsOf(
      'export A="$(openssl rand -hex 16)"\nexport A="$(openssl rand -hex 16)"',
      {},
    );
    expect(one).toMatchObject({ value: expect.stringMatching(/^[0-9a-f]{32}$/) });
    expect(other).not.toEqual(one);
  });

  it.each(["rm -rf /", "curl --insecure https://here", "curl $NOT_SET", "curl 'never closed"])(
    "does not know: %s",
    (line) => {
      expect(() => commandsOf(line, {})).toThrow();
    },
  );
});
