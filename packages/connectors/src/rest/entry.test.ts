import { answering, type Handler, json, type Seen } from "../test-server.ts";
import { openOffice, plain, secrets } from "../testing/office.ts";

const oauth = { auth: { by: "oauth2", tokenUrl: "oauth/token", scope: "cases" } };
const { apiKey, userName, password, clientId, clientSecret } = secrets;

describe("being let in", () => {
  const sentWith = async (
    auth: object,
    credentials: Record<string, string>,
  ): Promise<Seen | undefined> => {
    const office = await openOffice(plain, answering({ id: 1 }), {
      settings: { auth },
      credentials,
    });
    await office.send();
    return office.server.seen.at(-1);
  };

  it("by a key in a header, or in the query and in no other place", async () => {
    const header = await sentWith({ by: "api-key", header: "X-Key", after: "Token " }, { apiKey });
    const query = await sentWith({ by: "api-key", query: "key" }, { apiKey });

    expect(header?.headers["x-key"]).toBe(`Token ${apiKey}`);
    expect(query?.path).toBe(`/base/cases?key=${apiKey}`);
    expect(JSON.stringify(query?.headers)).not.toContain(apiKey);
  });

  it("by name and password", async () => {
    const seen = await sentWith({ by: "basic" }, { userName, password });

    expect(seen?.headers.authorization).toBe(
      `Basic ${Buffer.from(`${userName}:${password}`).toString("base64")}`,
    );
  });

  it.each([
    [{ by: "basic" }, { apiKey }],
    [{ by: "bearer" }, {}],
    [{ by: "oauth2", tokenUrl: "t" }, { clientId }],
    [{ by: "certificate" }, { apiKey }],
    [{ by: "bearer" }, { apiKey, certificate: "x", privateKey: "y" }],
  ])("not by the wrong credential for %o", async (auth, credentials: Record<string, string>) => {
    await expect(sentWith(auth, credentials)).rejects.toThrow("credentials-invalid");
  });

  it("not without anything", async () => {
    await expect(sentWith({ by: "none" }, {})).rejects.toThrow("settings-invalid");
  });
});

describe("OAuth 2 client credentials", () => {
  const tokens =
    (lastsS?: number, token = { number: 0 }): Handler =>
    (seen, response) => {
      if (!seen.path.endsWith("/oauth/token")) return json(response, { id: 1 });
      token.number += 1;
      json(response, {
        access_token: `tok-${token.number}`,
        token_type: "Bearer",
        expires_in: lastsS,
      });
    };
  const open = (handler: Handler) =>
    openOffice(plain, handler, { settings: oauth, credentials: { clientId, clientSecret } });
  const asked = (seen: readonly Seen[]) => seen.filter(({ path }) => path.endsWith("/oauth/token"));

  it("asks once for all who wait, and shows the client to nothing else", async () => {
    const office = await open(tokens(3600));
    await Promise.all([office.send(), office.send(), office.send()]);

    const [token, ...more] = asked(office.server.seen);
    expect(more).toEqual([]);
    expect(token?.headers.authorization).toBe(
      `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString("base64")}`,
    );
    expect(token?.body).toBe("grant_type=client_credentials&scope=cases");
    const others = office.server.seen.filter((seen) => seen !== token);
    expect(others.map(({ headers }) => headers.authorization)).toEqual([
      "Bearer tok-1",
      "Bearer tok-1",
      "Bearer tok-1",
    ]);
    expect(JSON.stringify(others)).not.toContain(clientSecret);
  });

  it("asks anew when the token's time is over, and not before", async () => {
    const office = await open(tokens(60));
    await office.send();
    office.pass(40_000);
    await office.send();
    expect(asked(office.server.seen)).toHaveLength(1);

    office.pass(11_000);
    await office.send();
    expect(asked(office.server.seen)).toHaveLength(2);
  });

  it("asks once more when a token is refused, and then gives up until later", async () => {
    const office = await open((seen, response) => {
      if (seen.path.endsWith("/oauth/token")) return json(response, { access_token: "tok" });
      json(response, {}, 401);
    });

    expect(await office.send()).toEqual({ outcome: "retry", code: "credential-refused" });
    expect(office.server.seen).toHaveLength(4);
  });

  it.each<[string, Handler, string]>([
    ["says no", answering({ error: "invalid_client" }, 401), "credential-refused"],
    ["gives no token", answering({ token: "x" }), "credential-refused"],
    ["gives one that breaks a header", answering({ access_token: "a\r\nb" }), "credential-refused"],
    ["fails", answering({}, 500), "answered-5xx"],
  ])("tries again later where the token's address %s", async (_, handler, code) => {
    const office = await open(handler);

    expect(await office.send()).toEqual({ outcome: "retry", code });
  });

  it("puts the client into the form where that is wanted", async () => {
    const auth = { ...oauth.auth, clientIn: "form" };
    const office = await openOffice(plain, tokens(), {
      settings: { auth },
      credentials: { clientId, clientSecret },
    });
    await office.send();

    expect(asked(office.server.seen)[0]?.body).toContain(
      `client_id=${clientId}&client_secret=${clientSecret}`,
    );
    expect(asked(office.server.seen)[0]?.headers.authorization).toBeUndefined();
  });

  it("leads to no address that is not let out", async () => {
    const auth = { by: "oauth2", tokenUrl: "https://10.0.0.1/token" };
    const office = await openOffice(plain, answering({ id: 1 }), {
      settings: { auth },
      credentials: { clientId, clientSecret },
    });

    expect(await office.send()).toEqual({ outcome: "retry", code: "egress-blocked" });
    expect(office.server.seen).toEqual([]);
  });
});
