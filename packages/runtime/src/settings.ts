import { z } from "zod";
import {
  address,
  choice,
  clamd,
  hostNames,
  hostPorts,
  key,
  networks,
  optional,
  origin,
  sender,
  setting,
  token,
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
  CLAMD_URL: optional(clamd, {
    description:
      "The clamd that looks for malware in what people upload: `tcp://host:port` or `unix:/path`; its `StreamMaxLength` must be 25M or more",
    unset: "uploads are not scanned, and each says so",
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
  METRICS_TOKEN: optional(token, {
    description: "The bearer token of whoever reads `/metrics`: 32 characters at least",
    unset: "only this machine is answered, and nobody where `PUBLIC_URL` is public",
    secret: true,
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
