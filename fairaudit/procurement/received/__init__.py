"""What bidders received: whom a record was meant for, which thing it brought, when, and whether it says that it did not."""
