-- What an image was rebuilt from is asked by what it was rebuilt as.
create index rebuilt_image_rebuilt_nvr on rebuilt_image using hash (rebuilt_nvr) where rebuilt_nvr is not null;
