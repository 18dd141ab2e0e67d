import { resolve } from "node:path";
import { z } from "zod";
import { ConfigError } from "./config-error.ts";
import {
  address,
  choice,
  hostNames,
  hostPorts,
  key,
  networks,
  optional,
  origin,
  sender,
  setting,
  whole,
} from "./setting.ts";

/** Every setting of the platform: its environment variable, what it means, and what it must be. */
export const settings = z.object({
  PORT: setting(whole(0, 65_535), "3000", {
    description: "Port of the server; 0 takes any that is free",
  }),
  SIMULATORS_PORT: setting(whole(0, 65_535), "3001", {
    description: "Port of the simulated back offices",
  }),
  GUILDHALL_DATA: setting(z.string(), "./data", {
    description: "Folder of the databases, documents and keys",
  }),
  GUILDHALL_ROOT_KEY: optional(key, {
    description: "The key that all others are sealed with: 32 bytes in hex or base64",
    unset: "`root.key` in the data folder, made at the first start",
    secret: true,
  }),
  PUBLIC_URL: optional(origin, {
    description: "The address that citizens and back offices reach the platform by",
    unset: "`http://localhost:PORT`, or https where there is a certificate",
  }),
  HOSTS: setting(hostNames, "", {
    description:
      "Other host names that requests may be for, such as one inside a cluster, apart by commas; any may where `PUBLIC_URL` is not set",
  }),
  TLS_CERT: optional(z.string(), {
    description:
      "File of the certificate and its chain, in PEM, to serve https with; read again when it changes",
    unset: "http, for this machine or behind a proxy",
  }),
  TLS_KEY: optional(z.string(), {
    description: "File of the certificate's private key, in PEM",
  }),
  HTTP_PORT: optional(whole(1, 65_535), {
    description: "A second port, which leads whoever comes by http to https",
  }),
  TRUSTED_PROXIES: setting(networks, "", {
    description:
      "Addresses or networks of the proxies in front, apart by commas; only they are believed about where a request came from",
  }),
  CLIENT_CERTIFICATES: setting(choice("on", "off"), "off", {
    description:
      "Whether callers are asked for a certificate, which keys can demand; behind a proxy, whether its `Client-Cert` is believed",
  }),
  REDIS_URL: optional(address("redis", "rediss", "unix"), {
    description: "Redis for the queue",
    unset: "a private one, where `redis-server` is installed",
    secret: true,
  }),
  QUEUE: setting(choice("auto", "in-process", "bullmq"), "auto", {
    description: "What carries work: BullMQ on Redis, this process, or whichever is there",
  }),
  SMTP_URL: optional(address("smtp", "smtps"), {
    description: "Mail server for messages to citizens",
    unset: "the local mailbox",
    secret: true,
  }),
  MAIL_FROM: optional(sender, {
    description: "Sender of messages",
    unset: "`no-reply@` and the host of the public address",
  }),
  SIMULATORS: setting(choice("on", "off"), "on", {
    description: "Whether the simulated back offices run; off where real ones are connected",
  }),
  ALLOW_LOOPBACK: setting(hostPorts, "", {
    description:
      "Internal addresses that connectors and staff sign-in may call, as `host:port`, apart by commas",
  }),
  ALLOW_LOOPBACK_CALLBACKS: setting(hostPorts, "", {
    description:
      "Internal addresses that vendors and partners may name for their webhooks and keys, likewise",
  }),
  LOG_LEVEL: setting(choice("trace", "debug", "info", "warn", "error", "fatal", "silent"), "info", {
    description: "The least that is logged",
  }),
  OTEL_EXPORTER_OTLP_ENDPOINT: optional(address("http", "https"), {
    description:
      "Where traces are sent, by OTLP over HTTP; OpenTelemetry's own variables set headers and the share that is kept",
    unset: "no traces are kept",
  }),
  OPEN_TENANTS: setting(whole(1, 10_000), "64", {
    description: "How many tenants' databases are kept open at once",
  }),
  RATE_LIMIT_KEY: setting(whole(1, 100_000_000), "300000", {
    description: "Requests that one key, or whoever else has signed in, may make in a minute",
  }),
  RATE_LIMIT_ADDRESS: setting(whole(1, 100_000_000), "60000", {
    description: "Requests without a credential that one address may make in a minute",
  }),
  CONCURRENCY: setting(whole(1, 1000), "256", {
    description: "How many deliveries, messages and webhooks, of each, a worker runs at once",
  }),
  API_PROCESSES: setting(whole(1, 64), "2", {
    description: "How many processes of `npm run cluster` answer requests",
  }),
  WORKER_PROCESSES: setting(whole(1, 64), "2", {
    description: "How many processes of `npm run cluster` hold tenants, and deliver for them",
  }),
});

export interface Config {
  readonly port: number;
  readonly simulatorsPort: number;
  /** An absolute path. */
  readonly data: string;
  /** 32 bytes; left out where the key is kept in the data folder. */
  readonly rootKey?: Uint8Array;
  /** Scheme, host and port, without a slash at the end. */
  readonly publicUrl: string;
  /** The host names that requests may be for; left out where any may. */
  readonly hosts?: readonly string[];
  /** Files of a certificate and its key; left out where http is served. */
  readonly tls?: { readonly cert: string; readonly key: string };
  readonly httpPort?: number;
  readonly trustedProxies: readonly string[];
  readonly clientCertificates: boolean;
  readonly redisUrl?: string;
  readonly queue: "auto" | "in-process" | "bullmq";
  readonly smtpUrl?: string;
  readonly mailFrom: string;
  readonly simulators: boolean;
  readonly allowLoopback: readonly string[];
  readonly allowLoopbackCallbacks: readonly string[];
  readonly logLevel: "trace" | "debug" | "info" | "warn" | "error" | "fatal" | "silent";
  /** The base address of an OTLP receiver; left out where no traces are kept. */
  readonly tracesTo?: string;
  readonly openTenants: number;
  /** Requests a minute, of a key and of an address. */
  readonly rateLimits: { readonly key: number; readonly address: number };
  readonly concurrency: number;
  /** How many processes of each kind a cluster on this machine has. */
  readonly processes: { readonly api: number; readonly worker: number };
  /** Where programs such as `redis-server` are looked for. */
  readonly searchPath: string;
}

/**
 * Read the configuration from the environment. An empty variable counts as one that is not set.
 *
 * @throws ConfigError that names the variable, and never its value, which may be a secret
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.entries(env).filter(([, value]) => value !== undefined && value !== "");
  const read = settings.safeParse(Object.fromEntries(given));
  if (!read.success) throw new ConfigError(read.error.issues[0]);

  const { PORT, GUILDHALL_ROOT_KEY, REDIS_URL, SMTP_URL, ...rest } = read.data;
  const publicUrl = rest.PUBLIC_URL ?? `${rest.TLS_CERT ? "https" : "http"}://localhost:${PORT}`;
  return {
    port: PORT,
    simulatorsPort: rest.SIMULATORS_PORT,
    data: resolve(rest.GUILDHALL_DATA),
    ...(GUILDHALL_ROOT_KEY && { rootKey: GUILDHALL_ROOT_KEY }),
    publicUrl,
    ...doorOf(rest),
    ...(REDIS_URL && { redisUrl: REDIS_URL }),
    queue: rest.QUEUE,
    ...(SMTP_URL && { smtpUrl: SMTP_URL }),
    mailFrom: rest.MAIL_FROM ?? `no-reply@${new URL(publicUrl).hostname}`,
    simulators: rest.SIMULATORS === "on",
    allowLoopback: rest.ALLOW_LOOPBACK,
    allowLoopbackCallbacks: rest.ALLOW_LOOPBACK_CALLBACKS,
    logLevel: rest.LOG_LEVEL,
    ...(rest.OTEL_EXPORTER_OTLP_ENDPOINT && { tracesTo: rest.OTEL_EXPORTER_OTLP_ENDPOINT }),
    openTenants: rest.OPEN_TENANTS,
    rateLimits: { key: rest.RATE_LIMIT_KEY, address: rest.RATE_LIMIT_ADDRESS },
    concurrency: rest.CONCURRENCY,
    processes: { api: rest.API_PROCESSES, worker: rest.WORKER_PROCESSES },
    searchPath: env.PATH ?? "",
  };
}

type DoorSettings = Pick<
  z.output<typeof settings>,
  | "PUBLIC_URL"
  | "HOSTS"
  | "TLS_CERT"
  | "TLS_KEY"
  | "HTTP_PORT"
  | "TRUSTED_PROXIES"
  | "CLIENT_CERTIFICATES"
>;

/** How requests come in. */
function doorOf({ TLS_CERT: cert, TLS_KEY: key, HTTP_PORT, ...rest }: DoorSettings) {
  needs("TLS_KEY", key, { TLS_CERT: cert });
  needs("TLS_CERT", cert, { TLS_KEY: key, HTTP_PORT });
  const hosts = [...publicHost(rest.PUBLIC_URL), ...rest.HOSTS];
  return {
    ...(hosts.length > 0 && { hosts }),
    ...(cert && key && { tls: { cert: resolve(cert), key: resolve(key) } }),
    ...(HTTP_PORT && { httpPort: HTTP_PORT }),
    trustedProxies: rest.TRUSTED_PROXIES,
    clientCertificates: rest.CLIENT_CERTIFICATES === "on",
  };
}

/** Refuse a setting that is no use without another. */
function needs(name: string, value: unknown, by: Readonly<Record<string, unknown>>): void {
  const needing = Object.keys(by).find((other) => by[other] !== undefined);
  if (value !== undefined || needing === undefined) return;
  throw new ConfigError({ path: [name], message: `set where ${needing} is` });
}

/** The host of an address that others than this machine reach the platform by. */
function publicHost(url: string | undefined): string[] {
  const host = url === undefined ? "" : new URL(url).hostname;
  return host === "" || isLoopbackHost(host) ? [] : [host];
}

/** Whether a host name, as an address has it, means this machine. */
export function isLoopbackHost(host: string): boolean {
  return host === "localhost" || host === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(host);
}
