"""Tables of actions, shortcuts and menus, and the code that makes QActions of them."""
