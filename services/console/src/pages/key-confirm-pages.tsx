import type { Key } from "@guildhall/contract";
import { Radios, sayTime } from "@guildhall/ui";
import { ConfirmPage } from "./confirm-page.tsx";
import type { Faults, Frame } from "./frame.ts";

interface OfKey extends Frame {
  readonly shown: Key;
  readonly once: string;
}

/** For how many hours a secret can go on beside the new one. */
export const hoursOffered = ["0", "24", "72", "168"] as const;
const hourWords = { "0": "End it now", "24": "1 day", "72": "3 days", "168": "7 days" };

/** Ask how long the secret, or signer, of now goes on. */
export function Hours({ label, fault }: { label: string; fault: string | undefined }) {
  return (
    <Radios
      name="hours"
      fieldset={{ legend: { content: label, classes: "govuk-fieldset__legend--s" } }}
      items={hoursOffered.map((value) => ({ value, content: hourWords[value] }))}
      value="24"
      errorMessage={fault}
    />
  );
}

export function RotateKeyPage(props: OfKey & { faults: Faults }) {
  const { office, shown, faults } = props;
  return (
    <ConfirmPage
      {...props}
      area="keys"
      title={`Give ${shown.name} a new secret?`}
      action={`${office.at.key(shown.id)}/rotate`}
      button="Make a new secret"
      back={office.at.key(shown.id)}
    >
      <p class="govuk-body">
        You are shown the new secret once. Whoever uses the key has to change over before the old
        one ends.
      </p>
      <Hours label="How long the old one stays good" fault={faults.hours} />
    </ConfirmPage>
  );
}

export function RevokeKeyPage(props: OfKey) {
  const { office, shown } = props;
  return (
    <ConfirmPage
      {...props}
      area="keys"
      title={`End the key of ${shown.name}?`}
      action={`${office.at.key(shown.id)}/revoke`}
      button="End the key"
      back={office.at.key(shown.id)}
    >
      <p class="govuk-body">
        Within a second it gets in nowhere, and neither do tokens that were made with it. It cannot
        be taken back.{" "}
        {shown.lastUsedAt === undefined
          ? "It has never been used."
          : `It was last used ${sayTime(shown.lastUsedAt)}: whoever uses it is refused from now on.`}
      </p>
    </ConfirmPage>
  );
}

export function RotateSigningKeysPage(props: Frame & { once: string; faults: Faults }) {
  const { office } = props;
  return (
    <ConfirmPage
      {...props}
      area="keys"
      title="Let the next key sign?"
      action={office.at.rotateSigningKeys}
      button="Let it sign"
      back={office.at.keys}
    >
      <p class="govuk-body">
        The next key signs from now on. The one that signed stays believed until all that it signed
        has ended, so no call fails.
      </p>
    </ConfirmPage>
  );
}
