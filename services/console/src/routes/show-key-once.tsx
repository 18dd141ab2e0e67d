import type { ShownKey } from "@guildhall/contract";
import type { Context } from "hono";
import type { ConsoleEnv, Parts } from "../environment.ts";
import { SecretPage } from "../pages/secret-page.tsx";
import { frameOf } from "./frame-of.ts";

/** Show a key as it was issued or rotated. A form that is sent again is answered without the secret. */
export function showKeyOnce(
  c: Context<ConsoleEnv>,
  parts: Parts,
  { key, title }: { key: ShownKey; title: string },
): Response | Promise<Response> {
  const { at, tenant } = c.var.office;
  const page = {
    ...frameOf(c, parts),
    area: "keys" as const,
    title,
    secrets: { Key: key.key },
    hasSecret: key.last4 !== undefined,
    ifLost: "Where it was lost, give the key a new secret.",
    onward: { href: at.key(key.id), words: "Go to the key" },
  };
  return c.html(
    <SecretPage {...page}>
      <p class="govuk-body">
        Hand it over by a way that others do not read, such as a shared password safe. How it is
        used is in{" "}
        <a class="govuk-link" href={`/t/${tenant.id}/docs/guides/authenticate`}>
          the guide for developers
        </a>
        . Its client id is <code class="console-code">{key.id}</code>.
      </p>
    </SecretPage>,
  );
}
