// SPDX-License-Identifier: MIT
// Vectors kept in the notebook, and gone with whom they are about.
#include "store/embeddings.hpp"

#include "store/erasing.hpp"
#include "store/people.hpp"

#include <boost/test/unit_test.hpp>

#include "store/notebook.hpp"

BOOST_AUTO_TEST_SUITE(embeddings)

using namespace knowwho;

EmbeddingModel const small_model{"http://localhost/v1", "small", 1};
EmbeddingModel const other_model{"http://localhost/v1", "other", 1};
std::vector<float> const some_vector{1.5F, -0.25F, 3e-20F};

BOOST_AUTO_TEST_CASE(a_vector_is_read_back_as_it_was_for_its_model_only)
{
    auto notebook = Notebook::in_memory();
    save_embedding(notebook, small_model, "Pumpen", std::nullopt, some_vector);
    BOOST_TEST(find_embedding(notebook, small_model, "Pumpen") == some_vector, boost::test_tools::per_element());
    BOOST_TEST(find_embedding(notebook, other_model, "Pumpen").empty());
    BOOST_TEST(find_embedding(notebook, small_model, "Ventile").empty());
    save_embedding(notebook, small_model, "Pumpen", std::nullopt, {7});
    BOOST_TEST(find_embedding(notebook, small_model, "Pumpen").size() == 1u);
    BOOST_TEST(count_embeddings(notebook, small_model) == 1);
}

BOOST_AUTO_TEST_CASE(the_vectors_of_a_person_go_with_the_person)
{
    auto notebook = Notebook::in_memory();
    auto const anna = add_person(notebook, {});
    auto const bodo = add_person(notebook, {});
    save_embedding(notebook, small_model, "of Anna", anna, some_vector);
    save_embedding(notebook, small_model, "of Bodo", bodo, some_vector);
    save_embedding(notebook, small_model, "a goal", std::nullopt, some_vector);
    BOOST_TEST(models_asked_about(notebook, anna).at(0).texts == 1);
    BOOST_TEST(models_asked_about(notebook, anna).at(0).name == "small");
    delete_people(notebook, {&anna, 1});
    BOOST_TEST(find_embedding(notebook, small_model, "of Anna").empty());
    BOOST_TEST(!find_embedding(notebook, small_model, "of Bodo").empty());
    BOOST_TEST(!find_embedding(notebook, small_model, "a goal").empty());
}

BOOST_AUTO_TEST_CASE(when_a_name_is_masked_everywhere_no_vector_of_before_stays)
{
    auto notebook = Notebook::in_memory();
    save_embedding(notebook, small_model, "a page that names her", std::nullopt, some_vector);
    mask_everywhere(notebook, std::vector<std::string>{"Weber"});
    BOOST_TEST(count_embeddings(notebook, small_model) == 0);
}

BOOST_AUTO_TEST_CASE(the_vectors_of_one_model_can_be_dropped)
{
    auto notebook = Notebook::in_memory();
    save_embedding(notebook, small_model, "x", std::nullopt, some_vector);
    save_embedding(notebook, other_model, "x", std::nullopt, some_vector);
    drop_embeddings(notebook, small_model);
    BOOST_TEST(count_embeddings(notebook, small_model) == 0);
    BOOST_TEST(count_embeddings(notebook, other_model) == 1);
}

BOOST_AUTO_TEST_SUITE_END()
