import { resolve } from "node:path";
import { z } from "zod";
import { ConfigError } from "./config-error.ts";
import {
  address,
  choice,
  hostPorts,
  key,
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
    unset: "`http://localhost:PORT`",
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
    description: "Internal addresses that connectors may call, as `host:port`, apart by commas",
  }),
  LOG_LEVEL: setting(choice("trace", "debug", "info", "warn", "error", "fatal", "silent"), "info", {
    description: "The least that is logged",
  }),
  OPEN_TENANTS: setting(whole(1, 10_000), "64", {
    description: "How many tenants' databases are kept open at once",
  }),
  CONCURRENCY: setting(whole(1, 1000), "256", {
    description: "How many deliveries, and how many messages, a worker runs at once",
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
  readonly redisUrl?: string;
  readonly queue: "auto" | "in-process" | "bullmq";
  readonly smtpUrl?: string;
  readonly mailFrom: string;
  readonly simulators: boolean;
  readonly allowLoopback: readonly string[];
  readonly logLevel: "trace" | "debug" | "info" | "warn" | "error" | "fatal" | "silent";
  readonly openTenants: number;
  readonly concurrency: number;
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
  const publicUrl = rest.PUBLIC_URL ?? `http://localhost:${PORT}`;
  return {
    port: PORT,
    simulatorsPort: rest.SIMULATORS_PORT,
    data: resolve(rest.GUILDHALL_DATA),
    ...(GUILDHALL_ROOT_KEY && { rootKey: GUILDHALL_ROOT_KEY }),
    publicUrl,
    ...(REDIS_URL && { redisUrl: REDIS_URL }),
    queue: rest.QUEUE,
    ...(SMTP_URL && { smtpUrl: SMTP_URL }),
    mailFrom: rest.MAIL_FROM ?? `no-reply@${new URL(publicUrl).hostname}`,
    simulators: rest.SIMULATORS === "on",
    allowLoopback: rest.ALLOW_LOOPBACK,
    logLevel: rest.LOG_LEVEL,
    openTenants: rest.OPEN_TENANTS,
    concurrency: rest.CONCURRENCY,
    searchPath: env.PATH ?? "",
  };
}
