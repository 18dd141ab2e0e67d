import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { AlloyConfig } from "./alloy/config.ts";
import { NotifyConfig } from "./notify/notify.ts";
import { PayConfig } from "./pay/pay.ts";
import { PlacesConfig } from "./places/places.ts";
import { RegisterConfig } from "./register/config.ts";
import { UniformConfig } from "./uniform/config.ts";
import { ValuationConfig } from "./valuation-office/config.ts";

export interface SimulatedTenant {
  readonly tenant: string;
  readonly alloy?: AlloyConfig;
  readonly uniform?: UniformConfig;
  readonly pay?: PayConfig;
  readonly valuebill?: ValuationConfig;
  readonly register?: RegisterConfig;
  readonly places?: PlacesConfig;
  readonly notify?: NotifyConfig;
}

/**
 * Read which tenants of a folder have simulated back offices, and how those are set up.
 *
 * @throws Error that names the file and what is wrong in it.
 */
export function loadTenants(folder: string): SimulatedTenant[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => loadTenant(folder, name))
    .filter(({ tenant: _, ...systems }) => Object.keys(systems).length > 0)
    .sort((a, b) => a.tenant.localeCompare(b.tenant));
}

function loadTenant(folder: string, tenant: string): SimulatedTenant {
  const alloy = read(join(folder, tenant, "simulators", "alloy.yaml"), AlloyConfig);
  const uniform = read(join(folder, tenant, "simulators", "uniform.yaml"), UniformConfig);
  const pay = read(join(folder, tenant, "simulators", "pay.yaml"), PayConfig);
  const valuebill = read(join(folder, tenant, "simulators", "valuebill.yaml"), ValuationConfig);
  const register = read(join(folder, tenant, "simulators", "register.yaml"), RegisterConfig);
  const places = read(join(folder, tenant, "simulators", "places.yaml"), PlacesConfig);
  const notify = read(join(folder, tenant, "simulators", "notify.yaml"), NotifyConfig);
  return {
    tenant,
    ...(alloy ? { alloy } : {}),
    ...(uniform ? { uniform } : {}),
    ...(pay ? { pay } : {}),
    ...(valuebill ? { valuebill } : {}),
    ...(register ? { register } : {}),
    ...(places ? { places } : {}),
    ...(notify ? { notify } : {}),
  };
}

function read<T>(file: string, schema: z.ZodType<T>): T | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return schema.parse(parse(readFileSync(file, "utf8")));
  } catch (cause) {
    const reason = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause);
    throw new Error(`${file}: ${reason}`, { cause });
  }
}
