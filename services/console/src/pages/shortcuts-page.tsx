import { Button, Table } from "@guildhall/ui";
import type { Frame } from "./frame.ts";
import { Column, OfficePage } from "./office-page.tsx";
import { shortcuts } from "./shortcuts.ts";

/** What keys do, and turning them off: who speaks to their computer would press them without meaning to. */
export function ShortcutsPage(props: Frame) {
  const { office, desk } = props;
  const title = "Keyboard shortcuts";
  const isOn = desk.hasShortcuts;
  return (
    <OfficePage {...props} title={title}>
      <Column>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">
          {isOn ? "They are on" : "They are off"} in this browser. They do nothing while you type in
          a field, and nothing needs them.
        </p>
        <Table
          caption="What you can press"
          captionClasses="govuk-table__caption--m"
          head={[{ content: "Keys" }, { content: "What they do" }]}
          rows={shortcuts.map(({ keys, does }) => [
            { content: <Keys keys={keys} /> },
            { content: does },
          ])}
        />
        <form method="post" action={office.at.shortcuts}>
          <Button name="shortcuts" value={isOn ? "off" : "on"} classes="govuk-button--secondary">
            Turn them {isOn ? "off" : "on"}
          </Button>
        </form>
      </Column>
    </OfficePage>
  );
}

function Keys({ keys }: { keys: readonly string[] }) {
  return (
    <>
      {keys.map((key, nth) => (
        <>
          {nth > 0 && " then "}
          <kbd class="console-key">{key}</kbd>
        </>
      ))}
    </>
  );
}
