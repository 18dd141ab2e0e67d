// Runs before the page is drawn, so that nothing shows that a script is about to hide.
document.body.className += ` js-enabled${"noModule" in HTMLScriptElement.prototype ? " govuk-frontend-supported" : ""}`;
