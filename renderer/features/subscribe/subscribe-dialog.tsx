import { useEffect, useEffectEvent, useId, useState } from 'react';
import type { Feed, FolderId, Subscriptions } from '../../../contract/feeds.ts';
import type { Params } from '../../../contract/methods.ts';
import { AddressInput } from '../../ui/address-input.tsx';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FolderSelect } from '../../ui/folder-select.tsx';
import forms from '../../ui/form.module.css';
import { PrivateQuestion } from '../../ui/private-question.tsx';
import { PickList } from './pick-list.tsx';
import { Preview } from './preview.tsx';
import styles from './subscribe-dialog.module.css';
import { useFeedLook } from './use-feed-look.ts';

interface Props {
  /** Looked at as soon as the dialog is there; empty asks for one. */
  readonly address: string;
  readonly folderId: FolderId | null;
  readonly subscriptions: Subscriptions;
  /** @returns why it did not work; null when it did, and the dialog is closed by whoever did it */
  readonly onSubscribe: (wanted: Params<'feeds.subscribe'>) => Promise<string | null>;
  readonly onShow: (feed: Feed) => void;
  /** It is the page that is wanted, and no feed. */
  readonly onSavePage: (address: string) => void;
  readonly onClose: () => void;
}

/** From whatever address a person has to a subscription: look, choose, see what one gets, say where it goes. */
export function SubscribeDialog({
  address,
  folderId: given,
  subscriptions,
  onSubscribe,
  onShow,
  onSavePage,
  onClose,
}: Props) {
  const { state, look, choose, pick, chooseList, cancel } = useFeedLook();
  const [typed, setTyped] = useState(address);
  const [folderId, setFolderId] = useState(given);
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const fieldId = useId();
  const folderSelectId = useId();

  const lookAtGiven = useEffectEvent(() => look(address, false));
  useEffect(() => lookAtGiven(), []);

  const found = state.kind === 'found' ? state : null;
  const preview = found && !found.isLooking ? found.look.preview : null;
  const url = preview?.url ?? found?.chosen ?? '';
  const there = subscriptions.feeds.find((feed) => feed.url === url);
  // One that a list brought may lack nothing but the yes.
  const known = found?.isPrivate && there?.health.error?.code === 'private-address' ? undefined : there;
  const problem = state.kind === 'problem' ? state.problem : found?.look.problem;

  const picking = state.kind === 'picking' ? state : null;
  const wanted: Omit<Params<'feeds.subscribe'>, 'folderId'> | null = picking
    ? {
        url: picking.pick.url,
        allowPrivate: picking.isPrivate,
        rule: picking.pick.proposals[picking.chosen]?.rule ?? null,
      }
    : found && !known && !found.isLooking && !problem
      ? { url, allowPrivate: found.isPrivate }
      : null;

  const subscribe = async () => {
    if (!wanted) return;
    setBusy(true);
    setRefusal(await onSubscribe({ ...wanted, folderId }));
    setBusy(false);
  };

  return (
    <Dialog title="Subscribe to a feed" onClose={onClose}>
      <form
        className={forms.form}
        onSubmit={(event) => {
          event.preventDefault();
          setRefusal(null);
          look(typed, false);
        }}
      >
        <label htmlFor={fieldId}>Address of a feed, or of a site that has one</label>
        <div className={styles.line}>
          <AddressInput id={fieldId} value={typed} onType={setTyped} placeholder="example.org" hasAutoFocus />
          {state.kind === 'looking' ? (
            <Button onClick={cancel}>Cancel</Button>
          ) : (
            <Button type="submit" kind={found ? 'plain' : 'primary'} isDisabled={typed.trim() === ''}>
              Look
            </Button>
          )}
        </div>
      </form>
      <div className={styles.answer} role="status">
        {state.kind === 'looking' && (
          <>
            <p className={forms.note}>Looking what is there…</p>
            <progress className={styles.bar} aria-label="Looking" />
          </>
        )}
        {problem && problem.code !== 'private-address' && <p className={styles.problem}>{problem.message}</p>}
        {problem?.code === 'private-address' && (
          <PrivateQuestion
            yes="Yes, look there"
            onYes={() => look(state.kind === 'problem' ? state.address : typed, true)}
          />
        )}
      </div>
      {found && found.look.candidates.length > 1 && (
        <fieldset className={styles.candidates}>
          <legend>There are several. Which one?</legend>
          {found.look.candidates.map((candidate) => (
            <label key={candidate.url}>
              <input
                type="radio"
                name={fieldId}
                checked={candidate.url === found.chosen}
                onChange={() => choose(candidate.url)}
              />
              <span>
                <span dir="auto">{candidate.title ?? candidate.url}</span>
                {candidate.kind === 'comments' && <em>comments</em>}
                {candidate.title !== null && <small>{candidate.url}</small>}
              </span>
            </label>
          ))}
        </fieldset>
      )}
      {found?.isLooking && <p className={forms.note}>Looking at it…</p>}
      {preview && <Preview preview={preview} />}
      {typed.trim() !== '' && !/^feed:/i.test(typed) && (
        <div className={styles.instead}>
          {state.kind === 'problem' && problem?.code === 'no-feed' && (
            <Button kind="quiet" onClick={pick}>
              Make a feed of the page
            </Button>
          )}
          <Button kind="quiet" onClick={() => onSavePage(typed)}>
            Save the page instead
          </Button>
        </div>
      )}
      {found && known && (
        <div className={classNames(forms.foot, styles.foot)}>
          <p className={forms.note}>You are subscribed to it already.</p>
          <Button kind="primary" onClick={() => onShow(known)}>
            Show it
          </Button>
        </div>
      )}
      {picking && (
        <PickList
          name={`${fieldId}-list`}
          proposals={picking.pick.proposals}
          chosen={picking.chosen}
          onChoose={chooseList}
        />
      )}
      {wanted && (
        <div className={classNames(forms.foot, styles.foot)}>
          <label htmlFor={folderSelectId}>Folder</label>
          <FolderSelect id={folderSelectId} subscriptions={subscriptions} value={folderId} onChoose={setFolderId} />
          <Button kind="primary" isDisabled={isBusy} onClick={() => void subscribe()}>
            Subscribe
          </Button>
        </div>
      )}
      {refusal !== null && (
        <p className={styles.problem} role="alert">
          {refusal}
        </p>
      )}
    </Dialog>
  );
}
