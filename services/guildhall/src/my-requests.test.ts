import { openAddress } from "@guildhall/keys";
import { ask } from "./testing/door.ts";
import { startTown, type Town } from "./testing/town.ts";

const email = "ada@example.com";

describe("one's requests across the platform's councils", () => {
  let town: Town;
  beforeAll(async () => {
    town = await startTown();
  });
  afterAll(() => town?.[Symbol.asyncDispose]());

  const get = (path: string) => ask({ port: town.running.port, path });

  it("are opened at every council by the link that one of them sent", async () => {
    const { platform } = town.running;
    const [cambridge, other] = await Promise.all(
      ["cambridge-city", "huntingdonshire"].map((id) => platform.groundFor(id)),
    );
    const secret = cambridge?.linkSecret ?? new Uint8Array();
    expect(other?.linkSecret).toEqual(secret);
    const sent = await post("/c/cambridge-city/my-requests", { email });
    expect(sent.status).toBe(303);
    const token = await vi.waitUntil(tokenInMailbox, { timeout: 20_000 });
    expect(openAddress(secret, token, new Date())).toBe(email);
    const { status, body } = await get(`/c/huntingdonshire/my-requests/${token}`);
    expect(status).toBe(200);
    expect(body).toContain("Your requests");
    expect(body).not.toContain("could not ask");
    expect((await get("/c/huntingdonshire/my-requests/x")).status).toBe(404);
  });

  const post = (path: string, fields: Record<string, string>) =>
    fetch(`http://127.0.0.1:${town.running.port}${path}`, {
      method: "POST",
      body: new URLSearchParams(fields),
      headers: { "Sec-Fetch-Site": "same-origin" },
      redirect: "manual",
    });

  /** What is secret in the link of the letter, once that has come. */
  async function tokenInMailbox(): Promise<string | undefined> {
    const kept = (await town.running.platform.mailbox?.list()) ?? [];
    const text = JSON.stringify(kept);
    return /\/my-requests\/([\w-]+)/.exec(text)?.[1];
  }
});
