/** A rectangle of the desktop, in its pixels. */
export interface ScreenPlace {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The part of a `ScreenDetailed` (Window Management API) that decides. */
export interface OneScreen {
  readonly isInternal: boolean;
  readonly isPrimary: boolean;
  readonly availLeft: number;
  readonly availTop: number;
  readonly availWidth: number;
  readonly availHeight: number;
}

interface ScreenDetails {
  readonly screens: readonly OneScreen[];
  readonly currentScreen: OneScreen;
}

declare global {
  interface Screen {
    /** The desktop has several screens; absent where the browser cannot tell them apart. */
    readonly isExtended?: boolean;
  }
  interface Window {
    getScreenDetails?(): Promise<ScreenDetails>;
  }
  interface FullscreenOptions {
    screen?: OneScreen;
  }
}

/** Where a show goes. */
export interface ShowScreens {
  readonly audience: OneScreen;
  /** For the console: what of the speaker's screen is free of bars. */
  readonly console: ScreenPlace;
}

/**
 * The screens of a show: the console on the screen where the app is, the slides on another one; of several, on one that is not
 * built in. Where the app stands on the projector already, the two change places.
 *
 * @returns undefined where there is one screen only
 */
export function chooseScreens(screens: readonly OneScreen[], current: OneScreen): ShowScreens | undefined {
  const others = screens.filter((one) => one !== current);
  const [first] = others;
  if (!first) return undefined;
  const builtIn = others.find(({ isInternal }) => isInternal);
  // The laptop's own screen is the speaker's, whichever the app is on.
  const onProjector = !current.isInternal && builtIn !== undefined && others.length === 1;
  const audience = onProjector ? current : (others.find(({ isInternal }) => !isInternal) ?? first);
  const own = onProjector ? builtIn : current;
  return {
    audience,
    console: { left: own.availLeft, top: own.availTop, width: own.availWidth, height: own.availHeight },
  };
}

/** `one`: there is one screen, or the browser cannot tell; `ask`: it will ask the user first. */
export type ScreenAccess = 'one' | 'ask' | 'granted' | 'refused';

/** Whether the browser lets us use a second screen. Asks nobody. */
export async function screenAccess(): Promise<ScreenAccess> {
  if (!window.screen.isExtended || !window.getScreenDetails) return 'one';
  try {
    const { state } = await navigator.permissions.query({ name: 'window-management' as PermissionName });
    return state === 'granted' ? 'granted' : state === 'denied' ? 'refused' : 'ask';
  } catch {
    return 'one';
  }
}

/** The screens of a show; asks the user where the browser has not been told yet. @returns undefined on refusal */
export async function showScreens(): Promise<ShowScreens | undefined> {
  try {
    const details = await window.getScreenDetails?.();
    return details && chooseScreens(details.screens, details.currentScreen);
  } catch {
    return undefined;
  }
}
