// The words of the page's language, for every part.
import { createContext, type ComponentChildren } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import { isLanguage, loadMessages, Words, type Language } from "./words";

const remembered = "dealtafel.language";

export interface LanguageChoice {
  language: Language;
  choose(language: Language): void;
}

const WordsContext = createContext<Words | undefined>(undefined);
const ChoiceContext = createContext<LanguageChoice>({ language: "nl", choose: () => {} });

// What this person chose before, else what the browser asks for, else Dutch.
export function firstLanguage(): Language {
  const chosen = localStorage.getItem(remembered);
  if (isLanguage(chosen)) return chosen;
  return navigator.language.startsWith("en") ? "en" : "nl";
}

export function hasChosenLanguage(): boolean {
  return isLanguage(localStorage.getItem(remembered));
}

export function LanguageProvider({ children }: { children: ComponentChildren }) {
  const [language, setLanguage] = useState<Language>(firstLanguage);
  const [words, setWords] = useState<Words>();
  useEffect(() => {
    let current = true;
    void loadMessages(language).then((messages) => {
      if (!current) return;
      document.documentElement.lang = language;
      setWords(new Words(language, messages));
    });
    return () => {
      current = false;
    };
  }, [language]);
  if (words === undefined) return null;
  const choice: LanguageChoice = { language, choose: setLanguage };
  return (
    <ChoiceContext.Provider value={choice}>
      <WordsContext.Provider value={words}>{children}</WordsContext.Provider>
    </ChoiceContext.Provider>
  );
}

export function useWords(): Words {
  const words = useContext(WordsContext);
  if (words === undefined) throw new Error("no language was provided");
  return words;
}

export function useLanguage(): LanguageChoice {
  return useContext(ChoiceContext);
}

// A person's own choice, which holds on later visits too.
export function rememberLanguage(language: Language): void {
  localStorage.setItem(remembered, language);
}
