import { Button, InsetText, WarningText } from "@guildhall/ui";
import type { Child } from "hono/jsx";
import type { Area } from "./areas.ts";
import type { Frame } from "./frame.ts";
import { Column, OfficePage } from "./office-page.tsx";

export interface SecretPageProps extends Frame {
  readonly area: Area;
  readonly title: string;
  /** What is shown this once, by its name; left out what the API gave no more. */
  readonly secrets: Readonly<Record<string, string | undefined>>;
  /** Whether there is something to show at all, the first time. */
  readonly hasSecret: boolean;
  /** Said where it was shown before. */
  readonly ifLost: string;
  readonly onward: { readonly href: string; readonly words: string };
  readonly children?: Child;
}

/** Show what is secret this once. It is in no address and kept nowhere: a second look says that it was shown. */
export function SecretPage(props: SecretPageProps) {
  const { title, secrets, hasSecret, ifLost, onward } = props;
  const shown = Object.entries(secrets).filter(([, secret]) => secret !== undefined);
  return (
    <OfficePage {...props} title={title} current={props.area}>
      <Column>
        <h1 class="govuk-heading-l">{title}</h1>
        {shown.length > 0 && (
          <WarningText>Copy this now. We do not keep it, and cannot show it again.</WarningText>
        )}
        {shown.map(([name, secret]) => (
          <>
            <h2 class="govuk-heading-s">{name}</h2>
            <pre class="console-secret">
              <code>{secret}</code>
            </pre>
          </>
        ))}
        {shown.length === 0 && hasSecret && (
          <InsetText>It was shown once already, and cannot be shown again. {ifLost}</InsetText>
        )}
        {props.children}
        <Button href={onward.href} classes="govuk-button--secondary">
          {onward.words}
        </Button>
      </Column>
    </OfficePage>
  );
}
