import { createClientFor } from "./create-client-for.ts";
import { addNote, getDraft, listProcesses } from "./generated/sdk.gen.ts";

const baseUrl = "https://guildhall.test/t/exampleshire/v1";
const note = { path: { id: "prc_1" }, body: { contents: "Seen", visibleToCitizen: false } };

describe("createClientFor", () => {
  let calls: Request[];
  let answers: Response[];
  const fetch = async (request: Request) => {
    calls.push(request);
    return answers.shift() ?? Response.json({ data: [] });
  };
  const given = (name: string) => calls.map(({ headers }) => headers.get(name));
  beforeEach(() => {
    calls = [];
    answers = [];
  });

  describe("with a key", () => {
    const client = () =>
      createClientFor({ baseUrl, key: "gh_test_1", fetch, wait: async () => {} });

    it("shows it with every call", async () => {
      await listProcesses({ client: client() });
      expect(given("authorization")).toEqual(["Bearer gh_test_1"]);
      expect(calls[0]?.url).toBe(`${baseUrl}/processes`);
    });

    it("gives an answer that leads elsewhere back as it is", async () => {
      answers = [Response.redirect("https://elsewhere.test/", 307)];
      const { response } = await addNote({ client: client(), ...note });
      expect([response?.status, calls.length]).toEqual([307, 1]);
      expect(calls[0]?.redirect).toBe("manual");
    });

    it("leaves a call its own credential", async () => {
      const headers = { Authorization: "Bearer of-the-draft" };
      await getDraft({ client: client(), path: { id: "drf_1" }, headers });
      expect(given("authorization")).toEqual(["Bearer of-the-draft"]);
    });

    it("gives each POST an Idempotency-Key of its own, and keeps it when it tries again", async () => {
      answers = [new Response("", { status: 503 })];
      const one = client();
      await addNote({ client: one, ...note });
      await addNote({ client: one, ...note });
      const [first, again, second] = given("idempotency-key");
      expect(first).toMatch(/^[0-9a-f-]{36}$/);
      expect(again).toBe(first);
      expect(second).not.toBe(first);
    });

    it("uses the Idempotency-Key that it is given", async () => {
      const headers = { "Idempotency-Key": "one-that-we-keep" };
      await addNote({ client: client(), ...note, headers });
      expect(given("idempotency-key")).toEqual(["one-that-we-keep"]);
    });
  });

  describe("with a client's id and secret", () => {
    const client = () =>
      createClientFor({ baseUrl, clientId: "key_1", clientSecret: "gh_test_1", fetch, retries: 0 });
    const token = (access_token: string, expires_in = 300) =>
      Response.json({ access_token, expires_in, token_type: "Bearer" });

    it("fetches a token for many calls, once", async () => {
      answers = [token("first")];
      const one = client();
      await Promise.all([listProcesses({ client: one }), listProcesses({ client: one })]);
      await listProcesses({ client: one });
      expect(calls.map(({ url }) => url)).toEqual([
        "https://guildhall.test/t/exampleshire/oauth/token",
        ...Array(3).fill(`${baseUrl}/processes`),
      ]);
      expect(given("authorization").slice(1)).toEqual(Array(3).fill("Bearer first"));
      expect(await calls[0]?.text()).toBe("grant_type=client_credentials");
      expect(given("authorization")[0]).toBe(`Basic ${btoa("key_1:gh_test_1")}`);
    });

    it("fetches another before the first ends", async () => {
      answers = [token("first", 30), Response.json({}), token("second"), Response.json({})];
      const one = client();
      await listProcesses({ client: one });
      await listProcesses({ client: one });
      expect(given("authorization").slice(1)).toEqual([
        "Bearer first",
        expect.stringMatching(/^Basic /),
        "Bearer second",
      ]);
    });

    it("fetches another, once, when the first is refused before its time", async () => {
      const no = () => new Response("{}", { status: 401 });
      answers = [token("first"), no(), token("second"), no()];
      const { response } = await addNote({ client: client(), ...note });
      expect(response?.status).toBe(401);
      expect(given("authorization").filter((one) => one?.startsWith("Bearer"))).toEqual([
        "Bearer first",
        "Bearer second",
      ]);
      expect(await calls[3]?.json()).toEqual(note.body);
      expect(new Set(given("idempotency-key").filter(Boolean)).size).toBe(1);
    });

    it("follows no other address, with a token or for one", async () => {
      answers = [token("first")];
      await addNote({ client: client(), ...note });
      expect(calls.map(({ redirect }) => redirect)).toEqual(["manual", "manual"]);
    });

    it("says why it gets none", async () => {
      answers = [Response.json({ error: "invalid_client" }, { status: 401 })];
      const { error } = await listProcesses({ client: client() });
      expect(error).toMatchObject({ name: "Refused", status: 401, code: "invalid_client" });
      expect(calls).toHaveLength(1);
    });

    it("asks again for a token after one that it did not get", async () => {
      answers = [new Response("a proxy's page", { status: 502 }), token("later")];
      const one = client();
      await listProcesses({ client: one });
      await listProcesses({ client: one });
      expect(given("authorization")[2]).toBe("Bearer later");
    });
  });
});
