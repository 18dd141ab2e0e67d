import { resolve } from "node:path";
import fc from "fast-check";
import { readConfig } from "./config.ts";
import { ConfigError } from "./config-error.ts";
import { configurationTable } from "./configuration-table.ts";
import { settings } from "./settings.ts";

fc.configureGlobal({ seed: 20_261_122 });

const hex = "0f".repeat(32);

describe("readConfig", () => {
  it("gives every default where nothing is set", () => {
    expect(readConfig({})).toEqual({
      port: 3000,
      simulatorsPort: 3001,
      data: resolve("data"),
      publicUrl: "http://localhost:3000",
      trustedProxies: [],
      clientCertificates: false,
      queue: "auto",
      mailFrom: "no-reply@localhost",
      simulators: true,
      allowLoopback: [],
      allowLoopbackCallbacks: [],
      logLevel: "info",
      openTenants: 64,
      rateLimits: { key: 300_000, address: 60_000 },
      processes: { api: 2, worker: 2 },
      concurrency: 256,
      searchPath: "",
    });
  });

  it("reads every setting", () => {
    const read = readConfig({
      PORT: "8080",
      SIMULATORS_PORT: "0",
      GUILDHALL_DATA: "/srv/guildhall",
      GUILDHALL_ROOT_KEY: hex,
      PUBLIC_URL: "https://services.example.gov.uk/",
      HOSTS: "Guildhall.internal, [fd00::7]",
      TLS_CERT: "/etc/guildhall/cert.pem",
      TLS_KEY: "/etc/guildhall/key.pem",
      HTTP_PORT: "80",
      TRUSTED_PROXIES: "10.0.0.0/8, fd00::/8,192.0.2.7",
      CLIENT_CERTIFICATES: "on",
      REDIS_URL: "rediss://user:pass@redis:6380/0",
      QUEUE: "bullmq",
      SMTP_URL: "smtps://mail:465",
      MAIL_FROM: "Exampleshire <no-reply@example.gov.uk>",
      CLAMD_URL: "unix:/run/clamav/clamd.ctl",
      SIMULATORS: "off",
      ALLOW_LOOPBACK: "127.0.0.1:3001, localhost:4000,[::1]:80",
      ALLOW_LOOPBACK_CALLBACKS: "localhost:4001",
      LOG_LEVEL: "debug",
      API_PROCESSES: "3",
      WORKER_PROCESSES: "4",
      OTEL_EXPORTER_OTLP_ENDPOINT: "http://collector:4318",
      METRICS_TOKEN: "a.token-of_32~characters+in/all=",
      OPEN_TENANTS: "400",
      RATE_LIMIT_KEY: "600",
      RATE_LIMIT_ADDRESS: "60",
      CONCURRENCY: "8",
      PATH: "/usr/bin",
    });
    expect(read).toEqual({
      port: 8080,
      simulatorsPort: 0,
      data: "/srv/guildhall",
      rootKey: new Uint8Array(32).fill(15),
      publicUrl: "https://services.example.gov.uk",
      hosts: ["services.example.gov.uk", "guildhall.internal", "[fd00::7]"],
      tls: { cert: "/etc/guildhall/cert.pem", key: "/etc/guildhall/key.pem" },
      httpPort: 80,
      trustedProxies: ["10.0.0.0/8", "fd00::/8", "192.0.2.7"],
      clientCertificates: true,
      redisUrl: "rediss://user:pass@redis:6380/0",
      queue: "bullmq",
      smtpUrl: "smtps://mail:465",
      mailFrom: "Exampleshire <no-reply@example.gov.uk>",
      clamdUrl: "unix:/run/clamav/clamd.ctl",
      simulators: false,
      allowLoopback: ["127.0.0.1:3001", "localhost:4000", "[::1]:80"],
      allowLoopbackCallbacks: ["localhost:4001"],
      logLevel: "debug",
      processes: { api: 3, worker: 4 },
      tracesTo: "http://collector:4318",
      metricsToken: "a.token-of_32~characters+in/all=",
      openTenants: 400,
      rateLimits: { key: 600, address: 60 },
      concurrency: 8,
      searchPath: "/usr/bin",
    });
  });

  it("takes an empty variable for one that is not set", () => {
    expect(readConfig({ PORT: "", REDIS_URL: "" })).toEqual(readConfig({}));
  });

  it("puts the port into the default public address", () => {
    expect(readConfig({ PORT: "8080" }).publicUrl).toBe("http://localhost:8080");
  });

  it("makes the default public address https where there is a certificate", () => {
    const read = readConfig({ TLS_CERT: "cert.pem", TLS_KEY: "key.pem" });
    expect(read.publicUrl).toBe("https://localhost:3000");
    expect(read.tls).toEqual({ cert: resolve("cert.pem"), key: resolve("key.pem") });
  });

  it.each(["http://localhost:3000", "http://127.0.0.1:8080", "https://[::1]:3000"])(
    "takes requests for any host where the public address is %s",
    (PUBLIC_URL) => {
      expect(readConfig({ PUBLIC_URL })).not.toHaveProperty("hosts");
    },
  );

  it.each([
    [{ TLS_CERT: "cert.pem" }, "TLS_KEY must be set where TLS_CERT is."],
    [{ TLS_KEY: "key.pem" }, "TLS_CERT must be set where TLS_KEY is."],
    [{ HTTP_PORT: "80" }, "TLS_CERT must be set where HTTP_PORT is."],
  ])("refuses %j, half of what is needed", (env, sentence) => {
    expect(() => readConfig(env)).toThrow(sentence);
  });

  it("reads the root key from base64 as from hex", () => {
    const base64 = Buffer.from(hex, "hex").toString("base64");
    expect(readConfig({ GUILDHALL_ROOT_KEY: base64 })).toEqual(
      readConfig({ GUILDHALL_ROOT_KEY: hex }),
    );
  });

  it.each([
    [
      "CLAMD_URL",
      "localhost:3310",
      "an address such as tcp://localhost:3310 or unix:/run/clamav/clamd.ctl",
    ],
    [
      "CLAMD_URL",
      "tcp://clamd:3310/path",
      "an address such as tcp://localhost:3310 or unix:/run/clamav/clamd.ctl",
    ],
    [
      "CLAMD_URL",
      "http://clamd",
      "an address such as tcp://localhost:3310 or unix:/run/clamav/clamd.ctl",
    ],
    [
      "CLAMD_URL",
      "unix:clamd.ctl",
      "an address such as tcp://localhost:3310 or unix:/run/clamav/clamd.ctl",
    ],
    ["PORT", "http", "a whole number from 0 to 65535"],
    ["PORT", "65536", "a whole number from 0 to 65535"],
    ["PORT", "1e3", "a whole number from 0 to 65535"],
    ["GUILDHALL_ROOT_KEY", "0f0f", "32 bytes, as 64 hex digits or 44 characters of base64"],
    ["PUBLIC_URL", "ftp://x", "an address such as https://services.example.gov.uk, without a path"],
    [
      "PUBLIC_URL",
      "https://x/y",
      "an address such as https://services.example.gov.uk, without a path",
    ],
    [
      "REDIS_URL",
      "redis.example:6379",
      "an address that begins with redis:// or rediss:// or unix://",
    ],
    ["QUEUE", "kafka", "one of auto, in-process, bullmq"],
    ["SMTP_URL", "mail:25", "an address that begins with smtp:// or smtps://"],
    ["MAIL_FROM", "a@b\r\nBcc: c@d", "an e-mail address, or a name and the address in <>"],
    ["SIMULATORS", "yes", "one of on, off"],
    ["ALLOW_LOOPBACK_CALLBACKS", "localhost", "a list of host:port, apart by commas"],
    ["ALLOW_LOOPBACK", "localhost", "a list of host:port, apart by commas"],
    ["HTTP_PORT", "0", "a whole number from 1 to 65535"],
    ["HOSTS", "a:80", "a list of host names without ports, apart by commas"],
    ["TRUSTED_PROXIES", "proxy", "a list of addresses or networks, apart by commas"],
    ["TRUSTED_PROXIES", "10.0.0.0/33", "a list of addresses or networks, apart by commas"],
    ["TRUSTED_PROXIES", "10.0.0.0/8/8", "a list of addresses or networks, apart by commas"],
    ["TRUSTED_PROXIES", "fd00::/129", "a list of addresses or networks, apart by commas"],
    ["CLIENT_CERTIFICATES", "yes", "one of on, off"],
    ["LOG_LEVEL", "loud", "one of trace, debug, info, warn, error, fatal, silent"],
    ["METRICS_TOKEN", "x".repeat(31), "at least 32 letters, digits and -._~+/, without spaces"],
    ["METRICS_TOKEN", "x ".repeat(32), "at least 32 letters, digits and -._~+/, without spaces"],
    ["OPEN_TENANTS", "0", "a whole number from 1 to 10000"],
    ["RATE_LIMIT_KEY", "0", "a whole number from 1 to 100000000"],
    ["RATE_LIMIT_ADDRESS", "many", "a whole number from 1 to 100000000"],
    ["CONCURRENCY", "-1", "a whole number from 1 to 1000"],
  ])("refuses %s=%j in one sentence", (name, value, must) => {
    expect(() => readConfig({ [name]: value })).toThrow(
      expect.objectContaining({ name: "ConfigError", message: `${name} must be ${must}.` }),
    );
  });

  it("never repeats the value that it refuses", () => {
    const names = fc.constantFrom(...Object.keys(settings.shape));
    fc.assert(
      fc.property(names, fc.stringMatching(/^[a-z]{4}CANARY[a-z]{4}$/), (name, value) => {
        try {
          readConfig({ [name]: value });
        } catch (error) {
          expect(error).toBeInstanceOf(ConfigError);
          expect((error as ConfigError).message).not.toContain("CANARY");
        }
      }),
    );
  });
});

describe("configurationTable", () => {
  it("has a row with its default and its meaning for every setting", () => {
    const table = configurationTable();
    expect(table).toContain("| `PORT` | `3000` | Port of the server; 0 takes any that is free |");
    for (const name of Object.keys(settings.shape)) {
      expect(table).toMatch(new RegExp(`^\\| \`${name}\` \\| .+ \\| [A-Z].+ \\|$`, "m"));
    }
  });

  it("marks the secrets", () => {
    expect(configurationTable().match(/\| `(\w+)`.*\(secret\)/g)).toHaveLength(4);
  });
});
