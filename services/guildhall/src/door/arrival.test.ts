import type { Listening } from "../serve.ts";
import { ask, callerIn, listen } from "../testing/door.ts";
import { thumbprintOf } from "./arrival.ts";

describe("what is believed of proxies", () => {
  let server: Listening;
  afterEach(() => server.close());
  const certificate = Buffer.from("a certificate");

  it("is nothing, unless one is trusted", async () => {
    server = await listen({ CLIENT_CERTIFICATES: "on" });
    const answered = await from({
      "X-Forwarded-For": "192.0.2.1",
      "X-Forwarded-Proto": "https",
      "Client-Cert": `:${certificate.toString("base64")}:`,
    });
    expect(callerIn(answered)).toEqual({ address: "127.0.0.1" });
    expect(answered.headers).not.toHaveProperty("strict-transport-security");
  });

  it.each([
    ["the address it names", "192.0.2.1", "192.0.2.1"],
    ["not what its caller made up", "198.51.100.9, 192.0.2.1", "192.0.2.1"],
    ["the address before its own kind", "198.51.100.9, 192.0.2.1, 10.0.0.7", "192.0.2.1"],
    ["the first of its own kind, where there is no other", "10.0.0.8, 10.0.0.7", "10.0.0.8"],
    ["an address with its port", "192.0.2.1:4711", "192.0.2.1"],
    ["an IPv6 address, written in its usual way", "[2001:DB8:0::1]:4711", "2001:db8::1"],
    ["an IPv4 address that is mapped", "::ffff:192.0.2.1", "192.0.2.1"],
    ["itself, where it names nothing that is an address", "unknown", "127.0.0.1"],
    ["itself, where it says nothing", "", "127.0.0.1"],
  ])("is, of a trusted one, %s", async (_, header, address) => {
    server = await listen({ TRUSTED_PROXIES: "127.0.0.1, 10.0.0.0/8" });
    expect(callerIn(await from({ "X-Forwarded-For": header }))).toEqual({ address });
  });

  it("is the certificate that a trusted one was shown, where certificates are asked for", async () => {
    server = await listen({ TRUSTED_PROXIES: "127.0.0.1", CLIENT_CERTIFICATES: "on" });
    const answered = await from({ "Client-Cert": `:${certificate.toString("base64")}:` });
    expect(callerIn(answered)).toMatchObject({ certificate: thumbprintOf(certificate) });
  });

  it.each([
    ["off", `:${certificate.toString("base64")}:`],
    ["on", certificate.toString("base64")],
    ["on", ":not base64!:"],
  ])("is no certificate with CLIENT_CERTIFICATES=%s and Client-Cert %j", async (asked, header) => {
    server = await listen({ TRUSTED_PROXIES: "127.0.0.1", CLIENT_CERTIFICATES: asked });
    expect(callerIn(await from({ "Client-Cert": header }))).not.toHaveProperty("certificate");
  });

  it("is that the citizen came by http, who is then led to https", async () => {
    server = await listen({ TRUSTED_PROXIES: "127.0.0.1", PUBLIC_URL: "https://a.example" });
    const led = await from({ Host: "a.example", "X-Forwarded-Proto": "http" });
    expect([led.status, led.headers.location]).toEqual([308, "https://a.example/"]);
    const answered = await from({ Host: "a.example", "X-Forwarded-Proto": "https" });
    expect(answered.status).toBe(200);
    expect(answered.headers["strict-transport-security"]).toBe(
      "max-age=63072000; includeSubDomains",
    );
  });

  it("is told to browsers wherever the public address is https", async () => {
    server = await listen({ PUBLIC_URL: "https://a.example" });
    const answered = await from({ Host: "a.example", "X-Forwarded-Proto": "http" });
    expect(answered.status).toBe(200);
    expect(answered.headers["strict-transport-security"]).toBe(
      "max-age=63072000; includeSubDomains",
    );
  });

  const from = (headers: Record<string, string>) => ask({ port: server.port, headers });
});
