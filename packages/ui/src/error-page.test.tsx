import { ContactUs, ErrorPage, errorPages } from "./error-page.tsx";

describe("ErrorPage", () => {
  it.each(Object.keys(errorPages) as (keyof typeof errorPages)[])(
    "has one heading, and says what to do: %s",
    (kind) => {
      const html = String(<ErrorPage kind={kind} />);

      expect(html.match(/<h1/g)).toHaveLength(1);
      expect(html).toContain(errorPages[kind].title);
    },
  );

  it("shows how else to reach the council", () => {
    const html = String(
      <ErrorPage kind="problem" contact={{ telephone: "01632 960001" }} startHref="/c/x/" />,
    );

    expect(html).toContain("Telephone: 01632 960001");
    expect(html).toContain('href="/c/x/"');
  });
});

describe("ContactUs", () => {
  it("shows nothing where nothing is known", () => {
    expect(String(<ContactUs openingHours="Monday to Friday" />)).toBe("");
  });
});
