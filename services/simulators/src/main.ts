import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { serve } from "@hono/node-server";
import { z } from "zod";
import { createSimulators } from "./create-simulators.tsx";

const Settings = z.object({
  SIMULATORS_PORT: z.coerce.number().int().default(3001),
  SIMULATORS_DATA: z.string().default("data/simulators"),
  SIMULATORS_TENANTS: z.string().default("tenants"),
  /** A JSON file: `{"alloy": {tenant: key}, "uniform": {tenant: {userName, password}}, "pay": {tenant: {apiKey, webhookSecret, webhookUrl}}, "valuebill": {tenant: {userName, password}}, "register": {tenant: {apiKey, userName, password}}}`. */
  SIMULATORS_CREDENTIALS: z.string(),
});

const Login = z.object({ userName: z.string(), password: z.string() });
const Credentials = z.object({
  alloy: z.record(z.string(), z.string()).default({}),
  uniform: z.record(z.string(), Login).default({}),
  valuebill: z.record(z.string(), Login).default({}),
  places: z.record(z.string(), z.string()).default({}),
  notify: z.record(z.string(), z.string()).default({}),
  register: z.record(z.string(), Login.extend({ apiKey: z.string() })).default({}),
  pay: z
    .record(
      z.string(),
      z.object({ apiKey: z.string(), webhookSecret: z.string(), webhookUrl: z.url() }),
    )
    .default({}),
});

const settings = Settings.parse(process.env);
const simulators = createSimulators({
  folder: resolve(settings.SIMULATORS_TENANTS),
  dataDir: resolve(settings.SIMULATORS_DATA),
  credentials: Credentials.parse(JSON.parse(readFileSync(settings.SIMULATORS_CREDENTIALS, "utf8"))),
});
const server = serve({ fetch: simulators.app.fetch, port: settings.SIMULATORS_PORT }, ({ port }) =>
  console.log(`Simulated back offices on http://localhost:${port}/`),
);

for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, close);

async function close(): Promise<void> {
  await simulators.close();
  server.close();
}
