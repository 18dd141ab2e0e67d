import type { Context } from "hono";
import type { PortalEnv } from "./environment.ts";

/** Give the pages of a service its own brand, where it has one that the council still has. */
export function wearBrand(
  c: Context<PortalEnv>,
  { brand: id }: { readonly brand?: string | undefined },
): void {
  const { council } = c.var;
  const brand = council.tenant.brands.find((one) => one.id === id);
  if (brand) c.set("council", { ...council, brand });
}
