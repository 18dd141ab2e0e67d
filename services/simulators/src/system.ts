import type { SchemaChecker } from "@guildhall/xml";
import type { Hono } from "hono";
import type { CallEnv } from "./misbehave.ts";
import type { PayAccount } from "./pay/pay.ts";
import type { RegisterCredentials } from "./register/register.ts";
import type { UniformCredentials } from "./uniform/api.ts";
import type { ValuationCredentials } from "./valuation-office/api.ts";

/** What the platform was given to call each tenant's systems with. */
export interface SimulatorCredentials {
  /** API keys by tenant. */
  readonly alloy: Readonly<Record<string, string>>;
  readonly uniform: Readonly<Record<string, UniformCredentials>>;
  readonly pay: Readonly<Record<string, PayAccount>>;
  readonly valuebill: Readonly<Record<string, ValuationCredentials>>;
  readonly register?: Readonly<Record<string, RegisterCredentials>>;
  /** API keys by tenant. */
  readonly places?: Readonly<Record<string, string>>;
  /** API keys by tenant. */
  readonly notify?: Readonly<Record<string, string>>;
}

export interface SimulatorOptions {
  /** The folder of tenants; those with `simulators/alloy.yaml`, `uniform.yaml`, `pay.yaml`, `valuebill.yaml`, `register.yaml`, `places.yaml` or `notify.yaml` have such a system. */
  readonly folder: string;
  /** Where state is kept. */
  readonly dataDir: string;
  readonly credentials: SimulatorCredentials;
  /** What a tenant's register accepts that the folder does not name, such as one that has just been made; undefined for no tenant. */
  readonly newcomer?: (tenant: string) => Promise<RegisterCredentials | undefined>;
  /** How Alloy's workflow calls the platform. */
  readonly fetch?: typeof fetch;
  readonly now?: () => Date;
  /** The first pause before the workflow tries the platform again. */
  readonly pauseMs?: number;
  /** Checks documents against schemas; one of their own where there is none to share. */
  readonly checker?: Pick<SchemaChecker, "check">;
}

/** A system that runs: its routes, and how to end it. */
export interface System {
  readonly app: Hono<CallEnv>;
  settled(): Promise<void>;
  close(): void | Promise<void>;
}

/** What each system is started with. */
export type SystemDeps = Required<SimulatorOptions> & { readonly closing: AbortSignal };
