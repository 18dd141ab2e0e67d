import type { Figure } from "@guildhall/contract";
import { Details, InsetText } from "@guildhall/ui";
import type { Child } from "hono/jsx";
import { BarLines } from "./bar-lines.tsx";
import { type FigureFilterProps, FigureFilters } from "./figure-filters.tsx";
import type { Frame } from "./frame.ts";
import { OfficePage } from "./office-page.tsx";
import { sayDay } from "./say-day.ts";
import { ScrollTable } from "./scroll-table.tsx";

export interface FiguresPageProps extends Frame, Omit<FigureFilterProps, "at"> {
  readonly figures: readonly Figure[];
  /** Where the same numbers are as a spreadsheet. */
  readonly sheet: string;
}

/** What was received and done, how long it took, and how often people had to ask. */
export function FiguresPage(props: FiguresPageProps) {
  const { office, figures, sheet } = props;
  const title = "Figures";
  const all = figures.find(({ group }) => group === "all");
  return (
    <OfficePage {...props} title={title} current="figures">
      <h1 class="govuk-heading-l">{title}</h1>
      <FigureFilters {...props} at={office.at.figures} />
      {all && <Sums figure={all} />}
      {all && all.received + all.done === 0 ? (
        <InsetText>
          Nothing was received or done in these days. Choose a longer time or fewer filters.
        </InsetText>
      ) : (
        <>
          <p class="govuk-body">
            <a class="govuk-link" href={sheet}>
              Get these as a spreadsheet (CSV)
            </a>
          </p>
          {groups.map(({ group, title, what }) => (
            <Group
              title={title}
              what={what}
              figures={figures.filter((figure) => figure.group === group)}
            />
          ))}
        </>
      )}
    </OfficePage>
  );
}

const groups = [
  { group: "month", title: "By month", what: "Month" },
  { group: "week", title: "By week", what: "Week beginning" },
  { group: "service", title: "By service", what: "Service" },
  { group: "channel", title: "By channel", what: "Channel" },
  { group: "ward", title: "By ward", what: "Ward" },
] as const;

const number = new Intl.NumberFormat("en-GB");

function Sums({ figure }: { figure: Figure }) {
  const { received, done, late, medianWorkingDays, ninetiethWorkingDays, chased } = figure;
  return (
    <p class="govuk-body-l">
      {number.format(received)} received and {number.format(done)} done, {number.format(late)} of
      them late.
      {medianWorkingDays !== undefined &&
        ` Half were done ${within(medianWorkingDays)}, nine of ten ${within(ninetiethWorkingDays ?? medianWorkingDays)}.`}
      {chased !== undefined && ` ${sayChased(chased)}`}
    </p>
  );
}

function within(days: number): string {
  if (days === 0) return "on the day that they came";
  return days === 1 ? "within 1 working day" : `within ${days} working days`;
}

function sayChased(chased: number): string {
  if (chased === 0) return "Nobody got in touch to ask.";
  return `People got in touch to ask ${chased === 1 ? "once" : `${number.format(chased)} times`}.`;
}

/** What a line is called: months and weeks as people say them. */
function nameOf({ group, of, title }: Figure): string {
  if (group === "week") return sayDay(of);
  return group === "month" ? month.format(new Date(`${of}-01T00:00:00Z`)) : title;
}

const month = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });

interface GroupProps {
  readonly title: string;
  /** What each line is. */
  readonly what: string;
  readonly figures: readonly Figure[];
}

function Group({ title, what, figures }: GroupProps) {
  // Where no service asks for a ward there is one line, which says nothing.
  if (figures.every(({ group, of }) => group === "ward" && of === "")) return null;
  const lines = figures.map((figure) => ({ label: nameOf(figure), figure }));
  const timed = figures.filter(({ medianWorkingDays }) => medianWorkingDays !== undefined);
  return (
    <section>
      <h2 class="govuk-heading-m">{title}</h2>
      <p class="govuk-body">Received is drawn full, done is drawn empty.</p>
      <Picture label={`Received and done, ${title.toLowerCase()}`}>
        <BarLines
          left={220}
          label={`Received and done, ${title.toLowerCase()}. The same stands below as a table.`}
          lines={lines.map(({ label, figure: { received, done } }) => ({
            label,
            said: `${label}: ${number.format(received)} received, ${number.format(done)} done`,
            full: received,
            empty: done,
          }))}
        />
      </Picture>
      {timed.length > 0 && <Times title={title} figures={timed} />}
      <Details summary={`The same as a table: ${title.toLowerCase()}`}>
        <Numbers title={title} what={what} figures={figures} />
      </Details>
    </section>
  );
}

/** How long it took. */
function Times({ title, figures }: Omit<GroupProps, "what">) {
  const label = `Working days until done, ${title.toLowerCase()}`;
  return (
    <>
      <p class="govuk-body">
        Working days until it was done: half of it within the days drawn full, nine of ten within
        those drawn empty.
      </p>
      <Picture label={label}>
        <BarLines
          left={220}
          label={`${label}. The same stands below as a table.`}
          lines={figures.map((figure) => ({
            label: nameOf(figure),
            said: `${nameOf(figure)}: half within ${figure.medianWorkingDays}, nine of ten within ${figure.ninetiethWorkingDays}`,
            full: figure.medianWorkingDays,
            empty: figure.ninetiethWorkingDays,
          }))}
        />
      </Picture>
    </>
  );
}

/** A picture that scrolls by itself where the screen is narrow, by keyboard too. */
function Picture({ label, children }: { label: string; children?: Child }) {
  return (
    <section class="console-scroll" aria-label={`Picture: ${label}`} tabindex={0}>
      {children}
    </section>
  );
}

function Numbers({ title, what, figures }: GroupProps) {
  const known = (count: number | undefined) => (count === undefined ? "–" : number.format(count));
  return (
    <ScrollTable
      label={`${title}, in numbers`}
      head={[what, "Received", "Done", "Late", "Half within", "Nine of ten within", "Asked"]}
      numeric={[1, 2, 3, 4, 5, 6]}
      rows={figures.map((figure) => [
        nameOf(figure),
        number.format(figure.received),
        number.format(figure.done),
        number.format(figure.late),
        known(figure.medianWorkingDays),
        known(figure.ninetiethWorkingDays),
        known(figure.chased),
      ])}
    />
  );
}
