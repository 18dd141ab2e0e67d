import type { Ground } from "../ground.ts";

/** Where this tenant's staff pages are: `https://<host>/console/<tenant>`. */
export function consoleUrl({ issuer, tenant }: Pick<Ground, "issuer" | "tenant">): string {
  return new URL(`/console/${tenant.id}`, issuer).href;
}

/** Where a link that was sent by e-mail leads. */
export function linkUrl(ground: Pick<Ground, "issuer" | "tenant">, code: string): string {
  return `${consoleUrl(ground)}/sign-in/link/${code}`;
}

/** Where a provider sends the browser back to: exactly what is registered with it. */
export function returnUrl(ground: Pick<Ground, "issuer" | "tenant">): string {
  return `${consoleUrl(ground)}/sign-in/return`;
}
