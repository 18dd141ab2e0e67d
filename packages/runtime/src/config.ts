import { resolve } from "node:path";
import type { z } from "zod";
import { ConfigError } from "./config-error.ts";
import { settings } from "./settings.ts";

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
  /** Where clamd listens; left out where nothing looks for malware. */
  readonly clamdUrl?: string;
  readonly simulators: boolean;
  readonly allowLoopback: readonly string[];
  readonly allowLoopbackCallbacks: readonly string[];
  readonly logLevel: "trace" | "debug" | "info" | "warn" | "error" | "fatal" | "silent";
  /** The base address of an OTLP receiver; left out where no traces are kept. */
  readonly tracesTo?: string;
  /** What whoever reads the metrics from elsewhere has to show. */
  readonly metricsToken?: string;
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
    ...(rest.CLAMD_URL && { clamdUrl: rest.CLAMD_URL }),
    simulators: rest.SIMULATORS === "on",
    allowLoopback: rest.ALLOW_LOOPBACK,
    allowLoopbackCallbacks: rest.ALLOW_LOOPBACK_CALLBACKS,
    ...observationOf(rest),
    openTenants: rest.OPEN_TENANTS,
    rateLimits: { key: rest.RATE_LIMIT_KEY, address: rest.RATE_LIMIT_ADDRESS },
    concurrency: rest.CONCURRENCY,
    processes: { api: rest.API_PROCESSES, worker: rest.WORKER_PROCESSES },
    searchPath: env.PATH ?? "",
  };
}

type Settings = z.output<typeof settings>;

/** What can be seen of the platform, and by whom. */
function observationOf({
  LOG_LEVEL: logLevel,
  OTEL_EXPORTER_OTLP_ENDPOINT: tracesTo,
  METRICS_TOKEN: metricsToken,
}: Pick<Settings, "LOG_LEVEL" | "OTEL_EXPORTER_OTLP_ENDPOINT" | "METRICS_TOKEN">) {
  return { logLevel, ...(tracesTo && { tracesTo }), ...(metricsToken && { metricsToken }) };
}

type DoorSettings = Pick<
  Settings,
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
