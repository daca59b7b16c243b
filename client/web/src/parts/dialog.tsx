// A dialog over the page: opens on its heading, keeps the focus, closes with Escape and gives the
// focus back. The browser's own element does all of that.
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { useWords } from "../i18n/context";
import { Button, useIds } from "./basic";

export function Dialog({
  title,
  children,
  onClose,
  action,
}: {
  title: string;
  children: ComponentChildren;
  onClose: () => void;
  action?: ComponentChildren;
}) {
  const words = useWords();
  const element = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useIds("dialog");
  useEffect(() => {
    const before = document.activeElement;
    element.current?.showModal();
    heading.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog ref={element} class="dialog" aria-labelledby={id("title")} onClose={onClose}>
      <h2 id={id("title")} ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {children}
      <div class="buttons">
        {action}
        <Button onPress={onClose}>{words.t("page.cancel")}</Button>
      </div>
    </dialog>
  );
}
