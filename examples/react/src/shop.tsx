/**
 * A shop of three kettles: a list, their pages, an order. Its router is React Router, which needs nothing of ours.
 */
import { useEffect } from 'react';
import { Link, Route, Routes, useNavigate, useParams } from 'react-router';
import { useConsent, useTrack } from './holloway.tsx';
import { Page, slot, zone } from './markup.tsx';

const KETTLES = [
  { item_id: 'KE-101', name: 'Heron', price: 49.9 },
  { item_id: 'KE-102', name: 'Wren', price: 29 },
  { item_id: 'KE-103', name: 'Ibis', price: 79.5 },
];

const kettleCalled = (name: string | undefined) =>
  KETTLES.find((kettle) => kettle.name.toLowerCase() === name);

/** Says what is on, and says so at once when the visitor changes their mind. */
function ConsentNote() {
  const { choices } = useConsent();
  return <p role="status">{choices.analytics ? 'This visit is counted.' : 'This visit is not counted.'}</p>;
}

function List() {
  return (
    <>
      <Page type="category" category="kettles" />
      <h1>Kettles</h1>
      <ConsentNote />
      <ul {...zone('grid')}>
        {KETTLES.map(({ item_id, name }) => (
          <li key={item_id} {...slot(item_id)}>
            <Link to={`/p/${name.toLowerCase()}`}>{name}</Link>
          </li>
        ))}
      </ul>
    </>
  );
}

function Kettle() {
  const { name } = useParams();
  const track = useTrack();
  const navigate = useNavigate();
  const kettle = kettleCalled(name);
  if (!kettle) return <h1>No such kettle</h1>;
  const { item_id, price } = kettle;
  const order = () => {
    track('add_to_cart', { currency: 'EUR', items: [{ item_id, price }] });
    navigate(`/order/${name}`);
  };
  return (
    <>
      <Page type="product" category="kettles" item={item_id} />
      <h1>{kettle.name}</h1>
      <button type="button" onClick={order}>
        {`Order for ${price} €`}
      </button>
    </>
  );
}

/** An order is told where it is confirmed. A page that is loaded again, or an effect that runs twice, orders nothing. */
function Ordered() {
  const { name } = useParams();
  const track = useTrack();
  useEffect(() => {
    const kettle = kettleCalled(name);
    // Here an order has no number of its own; in your shop it is the order's, new with each.
    if (kettle) track('purchase', { transaction_id: `R-${name}`, currency: 'EUR', items: [kettle] });
  }, [track, name]);
  return (
    <>
      <Page type="order" />
      <h1>Thank you</h1>
    </>
  );
}

export function Shop() {
  return (
    <>
      <nav>
        <Link to="/">Kettles</Link>{' '}
        <a href="#privacy" data-holloway-open="">
          Privacy settings
        </a>
      </nav>
      <main>
        <Routes>
          <Route path="/" element={<List />} />
          <Route path="/p/:name" element={<Kettle />} />
          <Route path="/order/:name" element={<Ordered />} />
        </Routes>
      </main>
    </>
  );
}
