import type { Connection } from "@guildhall/contract";
import { InsetText } from "@guildhall/ui";
import type { DraftFrame } from "../ground/draft-frame.ts";

/** Say what has to be done before answers can be sent anywhere, and who can do it. */
export function FirstSystem({ frame: { desk, office } }: { frame: DraftFrame }) {
  const files = (
    <a class="govuk-link" href={office.at.folder}>
      Services as files
    </a>
  );
  if (desk.scopes.has("connectors:write") && desk.scopes.has("services:write"))
    return (
      <InsetText>
        No system is connected yet. Bring in the file of its connection under {files}, then choose
        it here.
      </InsetText>
    );
  return (
    <InsetText>
      No system is connected yet. Ask somebody of {office.tenant.name} who looks after connections
      and may make services to bring in the file of one under {files}. Until then answers go to your
      own staff, and you can go on with the rest.
    </InsetText>
  );
}

/** Whether a system asks for a key or a password that nobody has set. */
export function lacksCredential({ credential, settings }: Connection): boolean {
  const { auth } = (settings ?? {}) as { readonly auth?: { readonly by?: string } };
  return !credential.set && auth?.by !== "none";
}
