import { Button, NotificationBanner, SummaryList } from "@guildhall/ui";
import { Statement, type StatementProps } from "./statement.tsx";

/** Name the one cookie, and let it be deleted. */
export function CookiesPage({ council, look, cleared }: StatementProps & { cleared: boolean }) {
  const words = council.words.statements.cookies;
  return (
    <Statement
      council={council}
      look={look}
      title={words.title}
      banner={cleared && <NotificationBanner type="success">{words.cleared}</NotificationBanner>}
    >
      <p class="govuk-body">{words.one}</p>
      <SummaryList
        rows={[
          { key: words.name, value: council.cookie },
          { key: words.purpose, value: words.opens },
          { key: words.deletedAfter, value: words.hours },
        ]}
      />
      <p class="govuk-body">{words.shared}</p>
      <form method="post" action={council.at.cookies}>
        <Button classes="govuk-button--secondary">{words.delete}</Button>
      </form>
    </Statement>
  );
}
