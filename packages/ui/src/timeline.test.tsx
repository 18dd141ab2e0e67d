import { sayTime } from "./say-time.ts";
import { Timeline } from "./timeline.tsx";

describe("Timeline", () => {
  it("says what happened, when, by whom and in which words", () => {
    const html = String(
      <Timeline
        entries={[
          {
            title: "An officer wrote",
            at: "2026-11-22T10:05:00Z",
            by: "Environmental health",
            text: "I will visit.",
          },
        ]}
      />,
    );

    expect(html).toContain('<h3 class="guildhall-timeline__title">An officer wrote</h3>');
    expect(html).toContain(
      '<time datetime="2026-11-22T10:05:00Z">22 November 2026 at 10:05</time> by Environmental health',
    );
    expect(html).toContain('<div class="guildhall-timeline__text">I will visit.</div>');
  });

  it("leaves out who and what where nothing is known of them", () => {
    const html = String(<Timeline entries={[{ title: "Received", at: "2026-11-22T10:05:00Z" }]} />);

    expect(html).not.toContain(" by ");
    expect(html).not.toContain("__text");
  });
});

describe("sayTime", () => {
  it("says the time of day in the United Kingdom, in summer too", () => {
    expect(sayTime("2026-07-01T10:05:00Z")).toBe("1 July 2026 at 11:05");
    expect(sayTime("2026-12-31T23:30:00Z")).toBe("31 December 2026 at 23:30");
  });

  it("says it in Welsh", () => {
    expect(sayTime("2026-07-01T10:05:00Z", "cy")).toContain("Gorffennaf");
  });
});
