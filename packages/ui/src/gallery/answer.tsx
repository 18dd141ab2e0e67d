import {
  Button,
  Details,
  InsetText,
  NotificationBanner,
  Pagination,
  Panel,
  SummaryList,
  Table,
  Tag,
  TaskList,
  Timeline,
  WarningText,
} from "../index.ts";

/** What comes after a form: the answers read back, the reference number, and how it goes on. */
export function Answers() {
  return (
    <>
      <Panel title="Report received">
        Your reference number
        <br />
        <strong>CC-7H3K-92QD</strong>
      </Panel>
      <NotificationBanner type="success">
        Your note is with environmental health.
      </NotificationBanner>
      <Check />
      <h2 class="govuk-heading-m">
        What has happened <Tag classes="govuk-tag--yellow">Being looked into</Tag>
      </h2>
      <Timeline
        entries={[
          {
            title: "An officer wrote to you",
            at: "2026-11-22T10:05:00Z",
            by: "Environmental health",
            text: "I will visit on Tuesday evening.\nYou need not be at home.",
          },
          { title: "Passed to environmental health", at: "2026-11-21T14:02:10Z" },
          { title: "We received your report", at: "2026-11-21T14:02:08Z" },
        ]}
      />
      <Parts />
    </>
  );
}

function Check() {
  const change = (about: string) => ({
    items: [{ href: "#change", content: "Change", visuallyHiddenText: about }],
  });
  return (
    <SummaryList
      card={{ title: "About the noise" }}
      rows={[
        { key: "What it is", value: "Loud music or a party", actions: change("what it is") },
        { key: "When it began", value: "21 November 2026", actions: change("when it began") },
        {
          key: "How it affects you",
          value: "The children cannot sleep.",
          actions: change("how it affects you"),
        },
      ]}
    />
  );
}

function Parts() {
  return (
    <>
      <h2 class="govuk-heading-m">Before you start</h2>
      <WarningText>You can be fined if you make a false report.</WarningText>
      <InsetText>It can take up to 5 working days before an officer calls you.</InsetText>
      <Details summary="What counts as a nuisance">
        Noise that would trouble an average person.
      </Details>
      <TaskList
        items={[
          { title: "About the noise", href: "#noise-page", status: { content: "Completed" } },
          {
            title: "About you",
            href: "#you",
            hint: "Name, address and how to reach you",
            status: { tag: { content: "Not started", classes: "govuk-tag--blue" } },
          },
        ]}
      />
      <Table
        caption="Your requests"
        head={[
          { content: "Reference" },
          { content: "Service" },
          { content: "Days", format: "numeric" },
        ]}
        rows={[
          [
            { content: "CC-7H3K-92QD" },
            { content: "Noise nuisance" },
            { content: 3, format: "numeric" },
          ],
        ]}
        firstCellIsHeader
      />
      <Pagination
        previous={{ href: "#1" }}
        items={[
          { number: 1, href: "#1" },
          { number: 2, href: "#2", current: true },
        ]}
      />
      <Button href="#start" isStartButton>
        Start now
      </Button>
      <br />
      <Button classes="govuk-button--warning">Delete this report</Button>
    </>
  );
}
