// The page: one entry for every screen.
import { render } from "preact";
import { LanguageProvider, useWords } from "./i18n/context";
import { useRoute } from "./router";
import { ConsoleScreen } from "./screens/console/console";
import { JoinScreen } from "./screens/join";
import { PlayScreen } from "./screens/play/play";
import { Frame } from "./screens/frame";
import { StartScreen } from "./screens/start";
import { WallScreen } from "./screens/wall";

function Page() {
  const route = useRoute();
  switch (route.screen) {
    case "start":
      return <StartScreen />;
    case "join":
      return <JoinScreen code={route.code} />;
    case "play":
      return <PlayScreen code={route.code} token={route.token} />;
    case "console":
      return <ConsoleScreen code={route.code} token={route.token} />;
    case "screen":
      return <WallScreen code={route.code} game={route.game} />;
    case "nowhere":
      return <Nowhere />;
  }
}

function Nowhere() {
  const words = useWords();
  return (
    <Frame title={words.t("page.nowhere.title")}>
      <p>
        {words.t("page.nowhere.text")} <a href="/">{words.t("page.nowhere.link")}</a>
      </p>
    </Frame>
  );
}

render(
  <LanguageProvider>
    <Page />
  </LanguageProvider>,
  document.getElementById("page")!,
);
