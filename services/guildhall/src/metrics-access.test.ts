import { createMetricsAccess } from "./metrics-access.ts";

describe("the metrics", () => {
  const metricsToken = "0123456789abcdef0123456789abcdef";
  const mayRead = createMetricsAccess({
    metricsToken,
    publicUrl: "http://localhost:3000",
    trustedProxies: ["127.0.0.2", "10.0.0.0/8"],
  });
  const asked = (
    address: string | undefined,
    headers: Record<string, string> = {},
    origin = "http://localhost:3000",
  ) =>
    mayRead(
      new Request(`${origin}/metrics`, { headers }),
      address === undefined ? undefined : { address, certificate: undefined },
    );

  it.each(["127.0.0.1", "127.9.9.9", "::1"])("are open to this machine, as %s", (address) => {
    for (const host of ["localhost", "127.0.0.1", "[::1]"])
      expect(asked(address, {}, `http://${host}:3000`)).toBe(true);
  });

  it.each([["192.0.2.10"], ["10.0.0.7"], ["2001:db8::1"], ["unknown"], [undefined]])(
    "are hidden from %s",
    (address) => {
      expect(asked(address)).toBe(false);
    },
  );

  it.each(["Forwarded", "Via", "X-Real-IP", "X-Forwarded-For", "X-Forwarded-Proto"])(
    "are hidden from whoever a proxy on this machine names in %s",
    (name) => {
      expect(asked("127.0.0.1", { [name]: "127.0.0.1" })).toBe(false);
    },
  );

  it("are hidden from a proxy on this machine that is named as one, or passes its own host on", () => {
    expect(asked("127.0.0.2")).toBe(false);
    expect(asked("127.0.0.1", {}, "https://services.example.gov.uk")).toBe(false);
  });

  it("are hidden from this machine without the token, where the platform has a public address", () => {
    const publicUrl = "https://services.example.gov.uk";
    const mayRead = createMetricsAccess({ metricsToken, publicUrl, trustedProxies: [] });
    const caller = { address: "127.0.0.1", certificate: undefined };
    const url = "http://localhost:3000/metrics";
    expect(mayRead(new Request(url), caller)).toBe(false);
    const headers = { Authorization: `Bearer ${metricsToken}` };
    expect(mayRead(new Request(url, { headers }), caller)).toBe(true);
  });

  it("are open to whoever shows the token, from wherever and by whatever host", () => {
    const shown = { Authorization: `Bearer ${metricsToken}`, "X-Forwarded-For": "192.0.2.10" };
    expect(asked("192.0.2.10", shown, "https://services.example.gov.uk")).toBe(true);
    expect(asked("10.0.0.7", { Authorization: `bearer ${metricsToken}` })).toBe(true);
  });

  it.each([
    "Bearer",
    "Bearer ",
    `Bearer ${metricsToken.slice(1)}`,
    `Bearer ${metricsToken}0`,
    `Bearer ${metricsToken.toUpperCase()}`,
    `Basic ${metricsToken}`,
    metricsToken,
  ])("are hidden from whoever shows %j", (Authorization) => {
    expect(asked("192.0.2.10", { Authorization })).toBe(false);
  });

  it.each(["Bearer undefined", "Bearer ", ""])(
    "are hidden from whoever shows %j where there is no token",
    (Authorization) => {
      const request = new Request("http://localhost/metrics", { headers: { Authorization } });
      const without = createMetricsAccess({
        publicUrl: "http://localhost:3000",
        trustedProxies: [],
      });
      expect(without(request, { address: "192.0.2.10", certificate: undefined })).toBe(false);
    },
  );
});
