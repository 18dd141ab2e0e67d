import { Button, NotificationBanner, SummaryList } from "@guildhall/ui";
import { Statement, type StatementProps } from "./statement.tsx";

/** Name the one cookie, and let it be deleted. */
export function CookiesPage({ council, look, cleared }: StatementProps & { cleared: boolean }) {
  return (
    <Statement
      council={council}
      look={look}
      title="Cookies"
      banner={
        cleared && (
          <NotificationBanner type="success">
            This browser no longer holds anything of yours.
          </NotificationBanner>
        )
      }
    >
      <p class="govuk-body">
        These pages use one cookie, and only after you begin a service or open a request. It is
        needed for that, so we do not ask whether you agree. Nobody uses it to follow you.
      </p>
      <SummaryList
        rows={[
          { key: "Name", value: council.cookie },
          {
            key: "What it is for",
            value:
              "Lets this browser open what you are filling in and the requests that you follow",
          },
          { key: "Deleted after", value: "24 hours" },
        ]}
      />
      <p class="govuk-body">
        On a computer that others use too, delete it when you have finished. This browser cannot
        open what you have begun after that.
      </p>
      <form method="post" action={council.at.cookies}>
        <Button classes="govuk-button--secondary">Delete the cookie</Button>
      </form>
    </Statement>
  );
}
