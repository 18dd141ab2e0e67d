import { Hono } from "hono";
import type { ConsoleEnv } from "../environment.ts";
import { Jar } from "./cookie.ts";

const held = { secret: "s-ecret_1", token: "ey.a-b_c.d", until: 1_795_000_000_000 };
const plain = "http://localhost:3000";
const secure = "https://services.example";

/** Use a jar in one answer to a browser that has these cookies; give what it is told to keep. */
async function use<T>(
  act: (jar: Jar) => T,
  { publicUrl = secure, cookie = "" } = {},
): Promise<{ result: T; kept: string[] }> {
  const results: T[] = [];
  const app = new Hono<ConsoleEnv>().get("/", (c) => {
    results.push(act(new Jar(c, publicUrl)));
    return c.text("");
  });
  const response = await app.request("/", { headers: { cookie } });
  expect(response.status).toBe(200);
  const [result] = results;
  // It ran once, as an answer came.
  return { result: result as T, kept: response.headers.getSetCookie() };
}

function named(line = ""): string {
  return line.split(";")[0] ?? "";
}

describe("the jar", () => {
  it("gives back the session that it kept, for its organisation alone", async () => {
    const { kept } = await use((jar) => jar.keepSession("exampleshire", held));
    const cookie = named(kept[0]);
    const other = await use((jar) => [jar.session("exampleshire"), jar.session("example")], {
      cookie,
    });
    expect(other.result).toEqual([held, undefined]);
  });

  it("has no script read it, no other site send it and no other host set it", async () => {
    const { kept } = await use((jar) => jar.keepSession("exampleshire", held));
    expect(kept[0]).toMatch(/^__Host-gh-staff-exampleshire=/);
    expect(kept[0]?.split("; ").slice(1).sort()).toEqual([
      "HttpOnly",
      "Path=/",
      "SameSite=Lax",
      "Secure",
    ]);
    const local = await use((jar) => jar.keepSession("exampleshire", held), { publicUrl: plain });
    expect(local.kept[0]).toMatch(/^gh-staff-exampleshire=/);
    expect(local.kept[0]).not.toContain("Secure");
  });

  it("over https passes over a cookie that anybody on the network may have set", async () => {
    const cookie = `gh-staff-exampleshire=a~1~b`;
    expect((await use((jar) => jar.session("exampleshire"), { cookie })).result).toBeUndefined();
  });

  it.each(["", "a", "a~1", "a~1~", "~~", "a~1~b~c"])("takes %j for no session", async (value) => {
    const cookie = `__Host-gh-staff-exampleshire=${value}`;
    expect((await use((jar) => jar.session("exampleshire"), { cookie })).result).toBeUndefined();
  });

  it("keeps what ties a sign-in to the browser, for a quarter of an hour", async () => {
    const next = "/console/exampleshire/calls?caller=a~b&days=7";
    const { kept } = await use((jar) => jar.keepSignIn("exampleshire", "s-1", next));
    expect(kept[0]).toContain("Max-Age=900");
    const { result } = await use((jar) => jar.signIn("exampleshire"), { cookie: named(kept[0]) });
    expect(result).toEqual({ secret: "s-1", next });
  });

  it.each(["a", "a~", "~x", "%"])("takes %j for no sign-in", async (value) => {
    const cookie = `__Host-gh-sign-in-exampleshire=${value}`;
    expect((await use((jar) => jar.signIn("exampleshire"), { cookie })).result).toBeUndefined();
  });

  it("lets go of a session and of a sign-in", async () => {
    const { kept } = await use((jar) => {
      jar.endSession("exampleshire");
      jar.endSignIn("exampleshire");
    });
    expect(kept.map(named)).toEqual([
      "__Host-gh-staff-exampleshire=",
      "__Host-gh-sign-in-exampleshire=",
    ]);
    for (const line of kept) expect(line).toContain("Max-Age=0");
  });
});
