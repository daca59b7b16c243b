// The frame of pages outside a game: header, one column, a title.
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { rememberLanguage, useLanguage, useWords } from "../i18n/context";
import { languages } from "../i18n/words";

export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Dealtafel`;
  }, [title]);
}

export function LanguageSwitch() {
  const words = useWords();
  const { language, choose } = useLanguage();
  return (
    <div class="languages" role="group" aria-label={words.t("page.language")}>
      {languages.map((held) => (
        <button
          key={held}
          type="button"
          lang={held}
          aria-pressed={held === language}
          onClick={() => {
            rememberLanguage(held);
            choose(held);
          }}
        >
          {held.toUpperCase()}
          <span class="hidden-text"> {words.t(`page.language.${held}`)}</span>
        </button>
      ))}
    </div>
  );
}

// Leads the keyboard to a place on this page, and leaves the address as it is: a token stands in
// its fragment.
export function SkipLink({ to, children }: { to: string; children: ComponentChildren }) {
  return (
    <a
      class="skip"
      href={`#${to}`}
      onClick={(event) => {
        event.preventDefault();
        document.getElementById(to)?.focus();
      }}
    >
      {children}
    </a>
  );
}

export function Frame({
  title,
  step,
  children,
}: {
  title: string;
  step?: string;
  children: ComponentChildren;
}) {
  const words = useWords();
  useTitle(title);
  return (
    <>
      <SkipLink to="main">{words.t("page.skip.content")}</SkipLink>
      <header class="top">
        <a class="brand" href="/">
          {words.t("page.brand")}
        </a>
        <LanguageSwitch />
      </header>
      <main id="main" class="single" tabIndex={-1}>
        {step !== undefined && <p class="quiet small">{step}</p>}
        <h1>{title}</h1>
        {children}
      </main>
    </>
  );
}
