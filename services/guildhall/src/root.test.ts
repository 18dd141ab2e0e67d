import { startTown, type Town } from "./testing/town.ts";

const metricsToken = "0123456789abcdef0123456789abcdef";

describe("the server", () => {
  let town: Town;
  beforeAll(async () => {
    town = await startTown({ METRICS_TOKEN: metricsToken });
  });
  afterAll(() => town?.[Symbol.asyncDispose]());

  it.each([
    ["/", "Choose your council"],
    ["/c/huntingdonshire/", "Huntingdonshire"],
    ["/console", "Who do you work for?"],
    ["/console/cambridge-city/", "Sign in to work for Cambridge City Council"],
    ["/mailbox/", "Mailbox"],
    ["/mailbox", "Mailbox"],
    ["/problems/", "answers-invalid"],
    ["/problems/answers-invalid", "answers"],
    ["/problems/sign-in-failed", "<td>The link or the answer"],
    ["/livez", '"status":"ok"'],
    ["/readyz", '"directory":"ok"'],
    ["/metrics", "guildhall_outbox_rows"],
    ["/t/cambridge-city/docs/", "swagger-ui"],
    ["/t/cambridge-city/v1/openapi.json", '"openapi":"3.1.0"'],
    ["/t/cambridge-city/.well-known/jwks.json", '"kty":"OKP"'],
    ["/.well-known/oauth-authorization-server/t/cambridge-city", '"token_endpoint"'],
    ["/platform/v1/tenants", "south-cambridgeshire"],
  ])("answers %s", async (path, words) => {
    const response = await fetch(`${town.base}${path}`);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain(words);
  });

  it.each([
    "/nowhere",
    "/c/nowhere/",
    "/console/nowhere/",
    "/console/assets/nothing.css",
    "/t/nowhere/v1/services",
    "/problems/nothing",
    "/mailbox/nothing",
  ])("answers 404 to %s", async (path) => {
    expect((await fetch(`${town.base}${path}`)).status).toBe(404);
  });

  it("answers whoever may not read the metrics as it answers to any unknown path", async () => {
    const headers = { "X-Forwarded-For": "192.0.2.10" };
    const [unknown, hidden] = await Promise.all(
      ["/nowhere", "/metrics"].map(async (path) => {
        const response = await fetch(`${town.base}${path}`, { headers });
        return { status: response.status, text: await response.text() };
      }),
    );
    expect(hidden).toEqual(unknown);
    expect(hidden?.status).toBe(404);
  });

  it("shows the metrics to whoever has the token", async () => {
    const headers = { "X-Forwarded-For": "192.0.2.10", Authorization: `Bearer ${metricsToken}` };
    const response = await fetch(`${town.base}/metrics`, { headers });
    expect(await response.text()).toContain("guildhall_outbox_rows");
  });

  it("publishes at least the three services of each council, by their own names", async () => {
    for (const council of ["cambridge-city", "huntingdonshire", "south-cambridgeshire"]) {
      const { data } = await (
        await fetch(`${town.base}/t/${council}/v1/services?limit=100`)
      ).json();
      const ids = data.map(({ id }: { id: string }) => id);
      expect(ids).toEqual(
        expect.arrayContaining(["housing-disrepair", "noise-nuisance", "rubbish-accumulation"]),
      );
    }
  });

  it("counts a request by its pattern, never by what was in it", async () => {
    await fetch(`${town.base}/c/cambridge-city/track/CAM-2222-2222`);
    await fetch(`${town.base}/t/cambridge-city/v1/processes/prc_00000000000000000000000000`);
    const text = await (await fetch(`${town.base}/metrics`)).text();
    expect(text).not.toContain("CAM-2222");
    expect(text).not.toContain("prc_0000");
  });
});
